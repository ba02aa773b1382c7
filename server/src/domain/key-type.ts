import type { KeyType } from '../../../contracts';

/** A key that somebody owns is that person's personal token; every other is the organisation's. */
export const keyTypeOf = (owner: object | null): KeyType =>
  owner === null ? 'api-key' : 'personal';
