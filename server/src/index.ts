import { bootstrap } from './bootstrap';
import { config } from './config';
import { controllers } from './controllers';
import { destroy } from './destroy';
import { policies } from './policies';
import { register } from './register';
import { routes } from './routes';
import { services } from './services';

export type * from './app/types';

export default { register, bootstrap, destroy, config, controllers, routes, services, policies };
