import { strapiTokenEndpoints } from '../../../contracts';
import { getService } from '../services/get-service';
import { action, type ControllerContext } from './endpoint';

export const strapiTokens = ({ strapi }: ControllerContext) => {
  const service = () => getService(strapi, 'strapi-tokens');
  return {
    list: action(strapiTokenEndpoints.list, async ({ actor }) => ({
      data: await service().list({ actor }),
    })),
    count: action(strapiTokenEndpoints.count, async () => ({ data: await service().count() })),
    move: action(strapiTokenEndpoints.move, async ({ body, actor }) => ({
      data: await service().move(body, { actor }),
    })),
    moveBack: action(strapiTokenEndpoints.moveBack, async ({ body, actor }) => ({
      data: await service().moveBack(body, { actor }),
    })),
  };
};
