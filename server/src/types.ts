/** What `ctx.state.auth.credentials` holds after a key has been let in; safe to log. */
export interface ApiAccessCredentials {
  readonly type: 'api-key';
  /** Document id of the key. */
  readonly id: string;
  readonly accessId: string;
  readonly name: string;
  /** Codes of its API roles. */
  readonly roles: readonly string[];
  /** The person whose personal token this is; `null` for an organisation's key. */
  readonly owner: { readonly kind: 'admin' | 'user'; readonly id: string } | null;
  /** ISO 8601 in UTC; `null` for never. */
  readonly expiresAt: string | null;
}
