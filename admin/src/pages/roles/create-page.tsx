import { Guarded } from '../../components/guarded';
import { RoleEditor } from './role-editor';
import { useRoleForm } from './use-role-form';

const CreateRole = () => {
  const form = useRoleForm(null);
  return <RoleEditor form={form} role={null} isReadOnly={false} />;
};

const CreatePage = () => (
  <Guarded anyOf={['create-role']}>
    <CreateRole />
  </Guarded>
);

export default CreatePage;
