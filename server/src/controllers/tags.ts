import { tagEndpoints } from '../../../contracts';
import { getService } from '../services/get-service';
import { action, type ControllerContext } from './endpoint';

export const tags = ({ strapi }: ControllerContext) => {
  const service = () => getService(strapi, 'tags');
  return {
    list: action(tagEndpoints.list, ({ query }) => service().list(query)),
    create: action(tagEndpoints.create, async ({ body, actor }) => ({
      data: await service().create(body, { actor }),
    })),
    read: action(tagEndpoints.read, async ({ params }) => ({
      data: await service().read(params.id),
    })),
    update: action(tagEndpoints.update, async ({ params, body, actor }) => ({
      data: await service().update(params.id, body, { actor }),
    })),
    delete: action(tagEndpoints.delete, async ({ params, actor }) => ({
      data: await service().delete(params.id, { actor }),
    })),
    merge: action(tagEndpoints.merge, async ({ params, body, actor }) => ({
      data: await service().merge(params.id, body.into, { actor }),
    })),
  };
};
