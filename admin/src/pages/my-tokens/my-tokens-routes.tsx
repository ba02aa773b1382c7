import { lazy } from 'react';
import { Route } from 'react-router-dom';
import { LazyPages } from '../../components/lazy-pages';

const MyTokensPage = lazy(() => import('./my-tokens-page'));

const MyTokensRoutes = () => (
  <LazyPages>
    <Route index element={<MyTokensPage />} />
  </LazyPages>
);

export default MyTokensRoutes;
