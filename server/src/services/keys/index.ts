import type { Core } from '@strapi/strapi';
import {
  bulkBody,
  revokeKeyBody,
  takeOverBody,
  type BulkInput,
  type BulkResult,
  type CreateKeyInput,
  type IssuedKey,
  type Key,
  type KeyDetail,
  type ListKeysQuery,
  type RegenerateKeyInput,
  type RevokeKeyInput,
  type TakeOverInput,
  type UpdateKeyInput,
} from '../../../../contracts';
import { isStrapiToken } from '../../domain/strapi-token';
import { parseToken } from '../../domain/token';
import { APP, type Actor } from '../actor';
import { getService } from '../get-service';
import { parseInput } from '../parse-input';
import type { Verification } from '../verifier';
import { createKey } from './create';
import { deleteKey } from './delete';
import { eachKey } from './many';
import { regenerateKey } from './regenerate';
import { revokeKey } from './revoke';
import { viewOf } from './shared';
import { newAuthor, takeKeyOver } from './take-over';
import { updateKey } from './update';

export interface KeyOptions {
  /** On whose behalf; the app's own code where absent. */
  readonly actor?: Actor;
}

/**
 * The life of a key: create, edit, regenerate, revoke, delete, verify. For the admin API and for
 * the app's own code alike: `strapi.plugin('api-access').service('keys')`.
 *
 * Every method throws `ApiAccessError` with a stable code for what it refuses, and either does
 * all or nothing; those for many keys do so key by key, and list what they could not do.
 */
export const createKeys = ({ strapi }: { strapi: Core.Strapi }) => {
  const reader = getService(strapi, 'key-reader');

  return {
    list: (query: ListKeysQuery, actor?: Actor) => reader.list(query, actor),
    read: (id: string, actor?: Actor): Promise<Key> => reader.read(id, actor),
    detail: (id: string, actor?: Actor): Promise<KeyDetail> => reader.detail(id, actor),

    /** A new key, with its token: the only time that it is told. */
    create: (input: CreateKeyInput, { actor = APP }: KeyOptions = {}): Promise<IssuedKey> =>
      createKey(strapi, input, actor),

    /** Edits what a key is and may; absent fields stay. The expiry can only become earlier. */
    update: (id: string, input: UpdateKeyInput, { actor = APP }: KeyOptions = {}): Promise<Key> =>
      updateKey(strapi, id, input, actor),

    /** A new secret in the same key; the old token is dead with the commit. */
    regenerate: (
      id: string,
      input: RegenerateKeyInput,
      { actor = APP }: KeyOptions = {},
    ): Promise<IssuedKey> => regenerateKey(strapi, id, input, actor),

    /** Ends a key for good, but keeps it on record; its name is free again. */
    async revoke(
      id: string,
      input: RevokeKeyInput,
      { actor = APP }: KeyOptions = {},
    ): Promise<Key> {
      const { revision } = parseInput(revokeKeyBody, input);
      await revokeKey(strapi, await reader.stored(id, actor), revision, actor);
      return viewOf(strapi, id, actor);
    },

    /** Revokes up to `MAX_BULK` keys, as they stand. */
    async revokeMany(input: BulkInput, { actor = APP }: KeyOptions = {}): Promise<BulkResult> {
      const { ids } = parseInput(bulkBody, input);
      return eachKey(strapi, ids, actor, (key) => revokeKey(strapi, key, key.row.revision, actor));
    },

    /** Removes a key and all that is counted of it. */
    async delete(id: string, { actor = APP }: KeyOptions = {}): Promise<Key> {
      const key = await reader.stored(id, actor);
      await deleteKey(strapi, key, actor);
      return reader.view(key, actor);
    },

    /** Removes up to `MAX_BULK` keys. */
    async deleteMany(input: BulkInput, { actor = APP }: KeyOptions = {}): Promise<BulkResult> {
      const { ids } = parseInput(bulkBody, input);
      return eachKey(strapi, ids, actor, (key) => deleteKey(strapi, key, actor));
    },

    /**
     * Makes an admin the author of up to `MAX_BULK` keys: whoever asks, unless another is named.
     *
     * @throws ApiAccessError `unknown_admin`; then nothing has changed.
     */
    async takeOver(input: TakeOverInput, { actor = APP }: KeyOptions = {}): Promise<BulkResult> {
      const { ids, author } = parseInput(takeOverBody, input);
      const admin = await newAuthor(strapi, author, actor);
      return eachKey(strapi, ids, actor, (key) => takeKeyOver(strapi, key, admin, actor));
    },

    /**
     * Decides about a token outside a content-API request (a queue, a socket), by the same code
     * that decides there. Never throws; counts nothing.
     *
     * @param token - As the consumer sent it.
     * @param address - Address of the consumer; needed by keys that are held to networks.
     */
    async verify(token: unknown, address: string | null = null): Promise<Verification> {
      const verifier = getService(strapi, 'verifier');
      const text = typeof token === 'string' ? token : '';
      const parsed = parseToken(text);
      if (parsed !== null) return verifier.verify(parsed, address);
      const moved = isStrapiToken(text) ? await verifier.verifyMoved(text, address) : null;
      return moved ?? { outcome: 'refused', refusal: { code: 'invalid_token' } };
    },
  };
};

export type Keys = ReturnType<typeof createKeys>;
