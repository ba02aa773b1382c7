import { lazy } from 'react';
import { Route } from 'react-router-dom';
import { LazyPages } from '../../components/lazy-pages';

const ListPage = lazy(() => import('./list-page'));
const CreatePage = lazy(() => import('./create-page'));
const DetailPage = lazy(() => import('./detail-page'));
const EditPage = lazy(() => import('./edit-page'));
const RegeneratePage = lazy(() => import('./regenerate-page'));
const MovePage = lazy(() => import('../strapi-tokens/move-page'));

const KeysRoutes = () => (
  <LazyPages>
    <Route index element={<ListPage />} />
    <Route path="create" element={<CreatePage />} />
    <Route path="strapi-tokens" element={<MovePage />} />
    <Route path=":id" element={<DetailPage />} />
    <Route path=":id/edit" element={<EditPage />} />
    <Route path=":id/regenerate" element={<RegeneratePage />} />
  </LazyPages>
);

export default KeysRoutes;
