import { Panel } from '../../components/panel';
import { useT } from '../../translations/use-t';
import { AdminRoleCards } from './admin-role-cards';
import { RuleFields } from './rule-fields';
import type { SectionProps } from './use-rules-form';

export const NamingSection = ({ form: { values, choices, errorOf, set } }: SectionProps) => {
  const t = useT();
  return (
    <Panel title={t('rules.naming')} hint={t('rules.naming.hint')}>
      <AdminRoleCards
        kind="naming"
        name="namingRules"
        list={values.namingRules}
        adminRoles={choices.adminRoles}
        blank={(adminRole) => ({ adminRole, pattern: '', example: '' })}
        errorOf={errorOf}
        onChange={(rules) => {
          set('namingRules', rules);
        }}
      >
        {(rule, path, change) => (
          <RuleFields path={path} rule={rule} errorOf={errorOf} onChange={change} />
        )}
      </AdminRoleCards>
    </Panel>
  );
};
