import type { EntitlementUser } from '../types';

/** What Strapi's authentication leaves in the state of a request to the admin API. */
export interface AdminRequestState {
  readonly user?: {
    readonly id: number;
    readonly documentId: string;
    readonly email?: string | null;
    readonly roles?: readonly { readonly name: string }[];
  };
  readonly auth?: { readonly strategy?: { readonly name?: string } };
}

/** Strapi's strategy for people who are signed in at the admin panel. */
const SIGNED_IN = 'admin';

/** Who asks, for the config's `entitlement`: of the admin's row no more than it is to know. */
export const entitlementUser = ({ user, auth }: AdminRequestState): EntitlementUser | null =>
  user === undefined || auth?.strategy?.name !== SIGNED_IN
    ? null
    : {
        id: user.id,
        documentId: user.documentId,
        email: user.email ?? '',
        roles: (user.roles ?? []).map(({ name }) => name),
      };
