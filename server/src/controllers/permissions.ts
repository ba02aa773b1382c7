import { permissionEndpoints } from '../../../contracts';
import { getService } from '../services/get-service';
import { action, type ControllerContext } from './endpoint';

export const permissions = ({ strapi }: ControllerContext) => ({
  list: action(permissionEndpoints.list, async () => ({
    data: await getService(strapi, 'actions').described(),
  })),
});
