import { authenticated } from './authenticated';
import { can } from './can';
import { entitled } from './entitled';
import { hasRole } from './has-role';

export const policies = { authenticated, can, entitled, 'has-role': hasRole };
