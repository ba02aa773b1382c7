import { z } from 'zod';
import { dataOf } from './common';
import { endpoint } from './endpoint';

/** One content-API action that a role can allow, with the routes that it opens. */
export const grantableAction = z.object({
  /** Uid, as in `api::article.article.find`. */
  action: z.string(),
  /** `api::article` or `plugin::upload`. */
  api: z.string(),
  /** What people call that API: the display name of its content type, else its own name. */
  apiName: z.string(),
  controller: z.string(),
  name: z.string(),
  routes: z.array(z.object({ method: z.string(), path: z.string() })),
  /** Whether a `read-only` role allows it. */
  readOnly: z.boolean(),
  /** Whether users-permissions' Public role has it too: then it is open to everyone. */
  isPublic: z.boolean(),
  /** Actions that a caller needs besides, so that answers hold these relations. */
  relations: z.array(z.object({ field: z.string(), action: z.string() })),
});
export type GrantableAction = z.infer<typeof grantableAction>;

export const permissionEndpoints = {
  /** Lists every content-API action that an API role can allow. */
  list: endpoint({
    method: 'GET',
    path: '/permissions',
    response: dataOf(z.array(grantableAction)),
  }),
};
