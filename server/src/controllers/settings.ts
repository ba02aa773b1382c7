import { settingsEndpoints } from '../../../contracts';
import { getService } from '../services/get-service';
import { action, type ControllerContext } from './endpoint';

export const settings = ({ strapi }: ControllerContext) => {
  const service = () => getService(strapi, 'settings');
  const mail = () => getService(strapi, 'mail');
  return {
    read: action(settingsEndpoints.read, async () => ({ data: await service().read() })),
    update: action(settingsEndpoints.update, async ({ body, actor }) => ({
      data: await service().update(body, { actor }),
    })),
    testRule: action(settingsEndpoints.testRule, ({ body }) =>
      Promise.resolve({ data: service().testRule(body.pattern, body.names) }),
    ),
    mail: action(settingsEndpoints.mail, async () => ({ data: await mail().health() })),
    testMail: action(settingsEndpoints.testMail, async ({ body, actor }) => ({
      data: await mail().sendTest(body.to, actor),
    })),
  };
};
