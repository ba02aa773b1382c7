import { roleEndpoints } from '../../../contracts';
import { getService } from '../services/get-service';
import { action, type ControllerContext } from './endpoint';

export const roles = ({ strapi }: ControllerContext) => {
  const service = () => getService(strapi, 'roles');
  return {
    list: action(roleEndpoints.list, ({ query, actor }) => service().list(query, { actor })),
    create: action(roleEndpoints.create, async ({ body, actor }) => ({
      data: await service().create(body, { actor }),
    })),
    read: action(roleEndpoints.read, async ({ params, actor }) => ({
      data: await service().read(params.id, { actor }),
    })),
    update: action(roleEndpoints.update, async ({ params, body, actor }) => ({
      data: await service().update(params.id, body, { actor }),
    })),
    delete: action(roleEndpoints.delete, async ({ params, actor }) => ({
      data: await service().delete(params.id, { actor }),
    })),
    impact: action(roleEndpoints.impact, async ({ params, body, actor }) => ({
      data: await getService(strapi, 'role-impact').of(params.id, body, actor),
    })),
  };
};
