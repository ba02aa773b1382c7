import { z } from 'zod';
import { dataOf, instant } from './common';
import { endpoint } from './endpoint';
import { keyType } from './keys';
import { roleKind } from './roles';

/** What a key learns of itself at `GET /api/api-access/whoami`. */
export const whoami = z.object({
  accessId: z.string(),
  name: z.string(),
  type: keyType,
  roles: z.array(z.object({ code: z.string(), name: z.string(), kind: roleKind })),
  /** Actions it may call; `'*'` alone for full access. */
  permissions: z.array(z.string()),
  drafts: z.boolean(),
  expiresAt: instant.nullable(),
});
export type Whoami = z.infer<typeof whoami>;

/** Tells a key what it is, what it may do, and when it ends. */
export const whoamiEndpoint = endpoint({
  method: 'GET',
  path: '/whoami',
  response: dataOf(whoami),
});
