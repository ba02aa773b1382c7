import { bulkEndpoints } from '../../../contracts';
import { getService } from '../services/get-service';
import { action, type ControllerContext } from './endpoint';

export const keyBulk = ({ strapi }: ControllerContext) => {
  const service = () => getService(strapi, 'keys');
  return {
    select: action(bulkEndpoints.select, async ({ body, actor }) => ({
      data: await getService(strapi, 'key-selection').of(body, actor),
    })),
    revoke: action(bulkEndpoints.revoke, async ({ body, actor }) => ({
      data: await service().revokeMany(body, { actor }),
    })),
    delete: action(bulkEndpoints.delete, async ({ body, actor }) => ({
      data: await service().deleteMany(body, { actor }),
    })),
    takeOver: action(bulkEndpoints.takeOver, async ({ body, actor }) => ({
      data: await service().takeOver(body, { actor }),
    })),
  };
};
