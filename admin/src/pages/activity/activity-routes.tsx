import { lazy } from 'react';
import { Route } from 'react-router-dom';
import { LazyPages } from '../../components/lazy-pages';

const ListPage = lazy(() => import('./list-page'));

const ActivityRoutes = () => (
  <LazyPages>
    <Route index element={<ListPage />} />
  </LazyPages>
);

export default ActivityRoutes;
