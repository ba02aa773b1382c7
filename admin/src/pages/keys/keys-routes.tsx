import { Page } from '@strapi/strapi/admin';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';

const ListPage = lazy(() => import('./list-page'));
const CreatePage = lazy(() => import('./create-page'));
const DetailPage = lazy(() => import('./detail-page'));
const EditPage = lazy(() => import('./edit-page'));
const RegeneratePage = lazy(() => import('./regenerate-page'));

const KeysRoutes = () => (
  <Suspense fallback={<Page.Loading />}>
    <Routes>
      <Route index element={<ListPage />} />
      <Route path="create" element={<CreatePage />} />
      <Route path=":id" element={<DetailPage />} />
      <Route path=":id/edit" element={<EditPage />} />
      <Route path=":id/regenerate" element={<RegeneratePage />} />
    </Routes>
  </Suspense>
);

export default KeysRoutes;
