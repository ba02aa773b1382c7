import { keyEndpoints } from '../../../contracts';
import { getService } from '../services/get-service';
import { action, type ControllerContext } from './endpoint';

export const keys = ({ strapi }: ControllerContext) => {
  const service = () => getService(strapi, 'keys');
  return {
    list: action(keyEndpoints.list, ({ query, actor }) => service().list(query, actor)),
    create: action(keyEndpoints.create, ({ body, actor }) => service().create(body, { actor }), {
      holdsToken: true,
    }),
    policy: action(keyEndpoints.policy, ({ actor }) => getService(strapi, 'key-policy').of(actor)),
    read: action(keyEndpoints.read, async ({ params, actor }) => ({
      data: await service().detail(params.id, actor),
    })),
    update: action(keyEndpoints.update, async ({ params, body, actor }) => ({
      data: await service().update(params.id, body, { actor }),
    })),
    delete: action(keyEndpoints.delete, async ({ params, actor }) => ({
      data: await service().delete(params.id, { actor }),
    })),
    regenerate: action(
      keyEndpoints.regenerate,
      ({ params, body, actor }) => service().regenerate(params.id, body, { actor }),
      { holdsToken: true },
    ),
    revoke: action(keyEndpoints.revoke, async ({ params, body, actor }) => ({
      data: await service().revoke(params.id, body, { actor }),
    })),
  };
};
