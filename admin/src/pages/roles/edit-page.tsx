import { useState } from 'react';
import { useParams } from 'react-router-dom';
import type { Role } from '../../../../contracts/roles';
import { useReadAccessRoleQuery } from '../../api/roles';
import { FailedPage } from '../../components/failed-page';
import { Guarded } from '../../components/guarded';
import { type Can, usePermissions } from '../../hooks/use-permissions';
import { useT } from '../../translations/use-t';
import { rolePaths } from './paths';
import { RoleEditor } from './role-editor';
import { RoleSkeleton } from './role-skeleton';
import { useMayCreate } from './use-may-create';
import { useRoleForm } from './use-role-form';

interface EditRoleProps {
  role: Role;
  can: Can;
  read: () => Promise<Role | null>;
}

const EditRole = ({ role, can, read }: EditRoleProps) => {
  const form = useRoleForm({ role, read });
  const { mayCreate = false } = useMayCreate();
  return (
    <RoleEditor
      form={form}
      role={role}
      isReadOnly={!can('update-role') || !role.assignable || role.declared}
      mayDelete={can('delete-role') && !role.declared}
      mayDuplicate={mayCreate}
    />
  );
};

const LoadedRole = () => {
  const t = useT();
  const { id = '' } = useParams();
  const { can, isLoading } = usePermissions();
  const { data, error, isFetching, refetch } = useReadAccessRoleQuery(id, {
    refetchOnMountOrArgChange: true,
  });
  // The role as it was when the page was opened; it stays so while one types.
  const [fresh, setFresh] = useState<Role | null>(null);
  if (fresh === null && data !== undefined && !isFetching) setFresh(data.data);

  const read = async () => {
    const answer = await refetch();
    if (answer.data === undefined) return null;
    setFresh(answer.data.data);
    return answer.data.data;
  };

  if (fresh === null && error !== undefined && !isFetching) {
    return (
      <FailedPage
        title={t('roles.title')}
        fallback={rolePaths.list}
        error={error}
        onRetry={() => void refetch()}
      />
    );
  }
  if (fresh === null || isLoading) return <RoleSkeleton title={t('roles.title')} />;
  return <EditRole role={fresh} can={can} read={read} />;
};

const EditPage = () => (
  <Guarded title="roles.title" anyOf={['get-role']}>
    <LoadedRole />
  </Guarded>
);

export default EditPage;
