import { Page } from '@strapi/strapi/admin';
import { Guarded } from '../../components/guarded';
import { usePermissions } from '../../hooks/use-permissions';
import { KeysList } from './keys-list';

const PermittedList = () => {
  const { can, isLoading } = usePermissions();
  return isLoading ? <Page.Loading /> : <KeysList can={can} />;
};

const ListPage = () => (
  <Guarded title="keys.title" anyOf={['read', 'create-api-access']}>
    <PermittedList />
  </Guarded>
);

export default ListPage;
