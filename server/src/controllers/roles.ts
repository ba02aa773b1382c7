import { roleEndpoints } from '../../../contracts';
import { getService } from '../services/get-service';
import { action, type ControllerContext } from './endpoint';

export const roles = ({ strapi }: ControllerContext) => {
  const service = () => getService(strapi, 'roles');
  return {
    list: action(roleEndpoints.list, ({ query }) => service().list(query)),
    create: action(
      roleEndpoints.create,
      async ({ body }) => ({ data: await service().create(body) }),
      { status: 201 },
    ),
    read: action(roleEndpoints.read, async ({ params }) => ({
      data: await service().read(params.id),
    })),
    update: action(roleEndpoints.update, async ({ params, body }) => ({
      data: await service().update(params.id, body),
    })),
    delete: action(roleEndpoints.delete, async ({ params }) => ({
      data: await service().delete(params.id),
    })),
  };
};
