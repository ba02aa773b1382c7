import { authenticated } from './authenticated';
import { can } from './can';
import { hasRole } from './has-role';

export const policies = { authenticated, can, 'has-role': hasRole };
