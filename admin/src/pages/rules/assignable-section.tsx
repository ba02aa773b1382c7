import { Panel } from '../../components/panel';
import { useT } from '../../translations/use-t';
import { AdminRoleCards } from './admin-role-cards';
import { RolesField } from './fields';
import type { SectionProps } from './use-rules-form';

export const AssignableSection = ({ form: { values, choices, errorOf, set } }: SectionProps) => {
  const t = useT();
  return (
    <Panel title={t('rules.assignable')} hint={t('rules.assignable.hint')}>
      <AdminRoleCards
        kind="assignable"
        name="assignableRoles"
        list={values.assignableRoles}
        adminRoles={choices.adminRoles.filter(({ isSuperAdmin }) => !isSuperAdmin)}
        blank={(adminRole) => ({ adminRole, roles: [] })}
        errorOf={errorOf}
        onChange={(lists) => {
          set('assignableRoles', lists);
        }}
      >
        {(list, path, change) => (
          <RolesField
            name={`${path}.roles`}
            label={t('rules.assignable.roles')}
            hint={t('rules.assignable.roles.hint')}
            error={errorOf(`${path}.roles`)}
            value={list.roles}
            roles={choices.roles}
            onChange={(roles) => {
              change({ roles });
            }}
          />
        )}
      </AdminRoleCards>
    </Panel>
  );
};
