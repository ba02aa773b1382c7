import { lazy } from 'react';
import { Route } from 'react-router-dom';
import { LazyPages } from '../../components/lazy-pages';

const ListPage = lazy(() => import('./list-page'));
const CreatePage = lazy(() => import('./create-page'));
const EditPage = lazy(() => import('./edit-page'));

const RolesRoutes = () => (
  <LazyPages>
    <Route index element={<ListPage />} />
    <Route path="create" element={<CreatePage />} />
    <Route path=":id" element={<EditPage />} />
  </LazyPages>
);

export default RolesRoutes;
