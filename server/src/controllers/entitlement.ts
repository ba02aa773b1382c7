import type { Context } from 'koa';
import { entitlementEndpoint } from '../../../contracts';
import { type AdminRequestState, entitlementUser } from '../services/entitlement-user';
import { apiPath } from '../services/api-path';
import { getService } from '../services/get-service';
import { action, type ControllerContext } from './endpoint';

export const entitlement = ({ strapi }: ControllerContext) => ({
  read: (ctx: Context) =>
    action(entitlementEndpoint, async () => ({
      data: await getService(strapi, 'entitlement').of(
        entitlementUser(ctx.state as AdminRequestState),
      ),
      meta: { apiPath: apiPath(strapi) },
    }))(ctx),
});
