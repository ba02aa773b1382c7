import { VisuallyHidden } from '@strapi/design-system';
import { useListGrantableActionsQuery } from '../../api/roles';
import { ErrorState } from '../../components/error-state';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { SkeletonBar } from '../../components/skeleton-bar';
import { useT } from '../../translations/use-t';
import { PermissionPicker } from './permission-picker';
import type { RoleFormState } from './use-role-form';

interface RolePermissionsProps {
  form: RoleFormState;
  isReadOnly: boolean;
  isDeclared: boolean;
}

/** What a role opens: chosen one by one for a custom role, told for the other kinds. */
export const RolePermissions = ({ form, isReadOnly, isDeclared }: RolePermissionsProps) => {
  const t = useT();
  const { data, error, isFetching, refetch } = useListGrantableActionsQuery(undefined);
  const { kind } = form.values;

  if (error !== undefined && !isFetching) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  return (
    <Panel title={t('role.permissions')} hint={t(`role.permissions.${kind}`)}>
      {kind === 'full-access' ? (
        <Notice kind="warning">{t('role.full-access.warning')}</Notice>
      ) : data === undefined ? (
        <div>
          <VisuallyHidden>{t('table.loading')}</VisuallyHidden>
          <SkeletonBar $width="32rem" />
          <SkeletonBar />
          <SkeletonBar />
          <SkeletonBar />
        </div>
      ) : (
        <PermissionPicker
          actions={data.data}
          form={form}
          isReadOnly={isReadOnly}
          isDeclared={isDeclared}
        />
      )}
    </Panel>
  );
};
