import type { Context } from 'koa';
import { USERS_PERMISSIONS } from '../../../contracts';
import { ApiAccessError } from '../domain/errors';
import type { Actor } from '../services/actor';
import { clientAddress } from '../services/client-address';

interface EndUserState {
  readonly auth?: { readonly strategy?: { readonly name?: string } };
  readonly user?: {
    readonly id: number;
    readonly documentId: string;
    readonly username?: string;
    readonly email?: string;
  };
}

/**
 * The end user of the app who asks, signed in by users-permissions.
 *
 * @throws ApiAccessError `sign_in_required` for the public, `not_permitted` for a program: a key,
 *   also that person's own, or one of Strapi's API tokens.
 */
export const endUserOf = (ctx: Context): Actor => {
  const { auth, user } = ctx.state as EndUserState;
  if (auth?.strategy?.name !== USERS_PERMISSIONS) throw new ApiAccessError('not_permitted');
  if (user === undefined) throw new ApiAccessError('sign_in_required');
  const { id, documentId, username, email } = user;
  return {
    kind: 'user',
    user: { id, documentId, name: username ?? email ?? documentId, roleIds: [] },
    address: clientAddress(ctx),
    mayReceiveClearText: true,
    can: () => false,
  };
};
