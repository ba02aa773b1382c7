import { lazy } from 'react';
import { Route } from 'react-router-dom';
import { LazyPages } from '../../components/lazy-pages';

const RulesPage = lazy(() => import('./rules-page'));

const RulesRoutes = () => (
  <LazyPages>
    <Route index element={<RulesPage />} />
  </LazyPages>
);

export default RulesRoutes;
