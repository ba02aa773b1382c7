import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import type { ResponseOf, Whoami, whoamiEndpoint } from '../../../contracts';
import { authOf } from '../auth/instance';
import type { ControllerContext } from './endpoint';

export const whoami = ({ strapi }: ControllerContext) => ({
  /** What the key of the request is, what it may do, and when it ends. */
  read(ctx: Context): void {
    const granted = authOf(strapi).authentication.grantedOf(ctx);
    if (granted === undefined) throw new errors.UnauthorizedError();
    const { credentials, grants } = granted;
    const data: Whoami = {
      type: credentials.type,
      accessId: credentials.accessId,
      name: credentials.name,
      roles: [...grants.roles],
      permissions: grants.full ? ['*'] : [...grants.actions].sort(),
      drafts: grants.drafts,
      expiresAt: credentials.expiresAt,
    };
    ctx.body = { data } satisfies ResponseOf<typeof whoamiEndpoint>;
  },
});
