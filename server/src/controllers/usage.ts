import { usageEndpoints } from '../../../contracts';
import { getService } from '../services/get-service';
import { action, type ControllerContext } from './endpoint';

export const usage = ({ strapi }: ControllerContext) => {
  const service = () => getService(strapi, 'usage-reader');
  return {
    usage: action(usageEndpoints.usage, async ({ params, actor }) => ({
      data: await service().usage(params.id, actor),
    })),
    denials: action(usageEndpoints.denials, async ({ params, actor }) => ({
      data: await service().denials(params.id, actor),
    })),
    permissions: action(usageEndpoints.permissions, async ({ params, actor }) => ({
      data: await service().permissions(params.id, actor),
    })),
  };
};
