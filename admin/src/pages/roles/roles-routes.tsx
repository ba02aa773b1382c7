import { Page } from '@strapi/strapi/admin';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';

const ListPage = lazy(() => import('./list-page'));
const CreatePage = lazy(() => import('./create-page'));
const EditPage = lazy(() => import('./edit-page'));

const RolesRoutes = () => (
  <Suspense fallback={<Page.Loading />}>
    <Routes>
      <Route index element={<ListPage />} />
      <Route path="create" element={<CreatePage />} />
      <Route path=":id" element={<EditPage />} />
    </Routes>
  </Suspense>
);

export default RolesRoutes;
