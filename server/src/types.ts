import type { Core } from '@strapi/strapi';
import type { KeyType, Upgrade } from '../../contracts';

/** What `ctx.state.auth.credentials` holds after a key has been let in; safe to log. */
export interface ApiAccessCredentials {
  /** `personal` where a person owns it. */
  readonly type: KeyType;
  /** Document id of the key. */
  readonly id: string;
  readonly accessId: string;
  readonly name: string;
  /** Codes of its API roles. */
  readonly roles: readonly string[];
  /**
   * The person whose personal token this is; `null` for an organisation's key. The id is the
   * document id of the admin, or of the end user of users-permissions.
   */
  readonly owner: { readonly kind: 'admin' | 'user'; readonly id: string } | null;
  /** ISO 8601 in UTC; `null` for never. */
  readonly expiresAt: string | null;
}

/** The admin who asks, as the config's `entitlement` is told of them; nothing secret is in it. */
export interface EntitlementUser {
  readonly id: number;
  readonly documentId: string;
  readonly email: string;
  /** Names of their admin roles. */
  readonly roles: readonly string[];
}

/** `reason` and `upgradeUrl` are shown where `allowed` is false; the URL must be http(s). */
export type EntitlementAnswer = boolean | ({ readonly allowed: boolean } & Partial<Upgrade>);

/**
 * The config's `entitlement`: whether somebody may use the plugin's pages and admin endpoints.
 * Asked at each request; one that throws, takes over two seconds, or answers anything else refuses.
 */
export type EntitlementCheck = (context: {
  readonly strapi: Core.Strapi;
  /** `null` where a program asks, with an admin API token. */
  readonly user: EntitlementUser | null;
}) => EntitlementAnswer | Promise<EntitlementAnswer>;
