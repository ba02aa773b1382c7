import type { Core } from '@strapi/strapi';
import {
  createKeyBody,
  KEY_UID,
  regenerateKeyBody,
  revokeKeyBody,
  updateKeyBody,
  type CreateKeyInput,
  type IssuedKey,
  type Key,
  type ListKeysQuery,
  type RegenerateKeyInput,
  type RevokeKeyInput,
  type UpdateKeyInput,
} from '../../../contracts';
import { ApiAccessError } from '../domain/errors';
import { expiryOnEdit, expiryOnIssue } from '../domain/expiry';
import { nameKeyOf } from '../domain/names';
import { toRoleSet } from '../domain/role-set';
import { parseToken } from '../domain/token';
import { parseInstant } from '../domain/units';
import { APP, type Actor } from './actor';
import { getService } from './get-service';
import {
  claimKey,
  holdRoles,
  opensNetworks,
  requireCurrent,
  requireRolesRight,
  writeKey,
} from './key-guards';
import { resolveRoles, resolveTags } from './key-links';
import { parseInput } from './parse-input';
import { expiryPolicy } from './plugin-config';
import { lockRows, table } from './storage/database';
import { schemaOf } from './storage/schema';
import { TABLES } from './storage/tables';
import type { Verification } from './verifier';

export interface KeyOptions {
  /** On whose behalf; the app's own code where absent. */
  readonly actor?: Actor;
}

const instantOf = (iso: string | null | undefined) =>
  typeof iso === 'string' ? parseInstant(iso) : iso;

/**
 * The life of a key: create, edit, regenerate, revoke, delete, verify. For the admin API and for
 * the app's own code alike: `strapi.plugin('api-access').service('keys')`.
 *
 * Every method throws `ApiAccessError` with a stable code for what it refuses, and either does
 * all or nothing.
 */
export const createKeys = ({ strapi }: { strapi: Core.Strapi }) => {
  const reader = getService(strapi, 'key-reader');
  const issuing = getService(strapi, 'issuing');
  const credentials = getService(strapi, 'credentials');
  const now = () => getService(strapi, 'clock').now();

  const requireClearText = (actor: Actor): void => {
    if (!actor.mayReceiveClearText) throw new ApiAccessError('clear_text_not_permitted');
  };

  const service = {
    list: (query: ListKeysQuery, actor?: Actor) => reader.list(query, actor),
    read: (id: string, actor?: Actor): Promise<Key> => reader.read(id, actor),

    /** A new key, with its token: the only time that it is told. */
    async create(input: CreateKeyInput, { actor = APP }: KeyOptions = {}): Promise<IssuedKey> {
      const { name, description, roles, tags, technicalOwner, networks, expiresAt } = parseInput(
        createKeyBody,
        input,
      );
      requireClearText(actor);
      const issuedAt = now();
      const expiry = expiryOnIssue(instantOf(expiresAt), issuedAt, expiryPolicy(strapi));
      const assigned = roles === undefined ? [] : await resolveRoles(strapi, roles, actor);
      const { token, fields } = await issuing.issue(issuing.newAccessId());
      const created = await writeKey(strapi, async (trx) => {
        const by = actor.user?.name ?? null;
        await holdRoles(strapi, assigned, trx);
        const row = (await strapi.db.query(KEY_UID).create({
          data: {
            name,
            description: description ?? null,
            type: 'api-key',
            roles: assigned,
            tags: await resolveTags(strapi, tags ?? [], actor, trx),
            author: actor.user?.id ?? null,
            technicalOwner: technicalOwner ?? null,
            createdByName: by,
            lastIssuedBy: by,
            revision: 0,
          },
        })) as { id: number; documentId: string };
        await credentials.insert(
          {
            ...fields,
            keyId: row.id,
            issuedAt,
            expiresAt: expiry,
            revokedAt: null,
            networks: networks ?? [],
            roleSet: toRoleSet(assigned),
          },
          nameKeyOf(name),
          trx,
        );
        return row.documentId;
      });
      return { data: reader.view(await reader.stored(created), actor), token };
    },

    /** Edits what a key is and may; absent fields stay. The expiry can only become earlier. */
    async update(
      id: string,
      input: UpdateKeyInput,
      { actor = APP }: KeyOptions = {},
    ): Promise<Key> {
      const changes = parseInput(updateKeyBody, input);
      const key = await reader.stored(id, actor);
      requireCurrent(key, changes.revision);
      if (opensNetworks(key, changes.networks)) requireRolesRight(key, actor);
      const expiry = expiryOnEdit(instantOf(changes.expiresAt), key.credential.expiresAt, now());
      const assigned =
        changes.roles === undefined ? undefined : await resolveRoles(strapi, changes.roles, actor);
      const { name, description, technicalOwner, networks } = changes;
      await writeKey(strapi, async (trx) => {
        await claimKey(strapi, key, trx);
        await holdRoles(strapi, assigned ?? [], trx);
        await strapi.db.query(KEY_UID).update({
          where: { id: key.row.id },
          data: {
            ...(name === undefined ? {} : { name }),
            ...(description === undefined ? {} : { description }),
            ...(technicalOwner === undefined ? {} : { technicalOwner }),
            ...(assigned === undefined ? {} : { roles: assigned }),
            ...(changes.tags === undefined
              ? {}
              : { tags: await resolveTags(strapi, changes.tags, actor, trx) }),
          },
        });
        await credentials.update(
          key.row.id,
          {
            expiresAt: expiry,
            ...(networks === undefined ? {} : { networks }),
            ...(assigned === undefined ? {} : { roleSet: toRoleSet(assigned) }),
          },
          name === undefined ? undefined : nameKeyOf(name),
          trx,
        );
      });
      return reader.view(await reader.stored(id), actor);
    },

    /** A new secret in the same key; the old token is dead with the commit. */
    async regenerate(
      id: string,
      input: RegenerateKeyInput,
      { actor = APP }: KeyOptions = {},
    ): Promise<IssuedKey> {
      const { expiresAt, revision } = parseInput(regenerateKeyBody, input);
      requireClearText(actor);
      const key = await reader.stored(id, actor);
      requireCurrent(key, revision);
      requireRolesRight(key, actor);
      const issuedAt = now();
      const expiry = expiryOnIssue(instantOf(expiresAt), issuedAt, expiryPolicy(strapi));
      const { token, fields } = await issuing.issue(key.credential.accessId);
      await writeKey(strapi, async (trx) => {
        await claimKey(strapi, key, trx);
        await strapi.db
          .query(KEY_UID)
          .update({ where: { id: key.row.id }, data: { lastIssuedBy: actor.user?.name ?? null } });
        await credentials.update(
          key.row.id,
          { ...fields, issuedAt, expiresAt: expiry },
          undefined,
          trx,
        );
      });
      return { data: reader.view(await reader.stored(id), actor), token };
    },

    /** Ends a key for good, but keeps it on record; its name is free again. */
    async revoke(
      id: string,
      input: RevokeKeyInput,
      { actor = APP }: KeyOptions = {},
    ): Promise<Key> {
      const { revision } = parseInput(revokeKeyBody, input);
      const key = await reader.stored(id, actor);
      requireCurrent(key, revision);
      await writeKey(strapi, async (trx) => {
        await claimKey(strapi, key, trx);
        await strapi.db
          .query(KEY_UID)
          .update({ where: { id: key.row.id }, data: { revokedByName: actor.user?.name ?? null } });
        await credentials.update(key.row.id, { revokedAt: now() }, null, trx);
      });
      return reader.view(await reader.stored(id), actor);
    },

    /** Removes a key and all that is counted of it. */
    async delete(id: string, { actor = APP }: KeyOptions = {}): Promise<Key> {
      const key = await reader.stored(id, actor);
      await writeKey(strapi, async (trx) => {
        // The key's own row first, as every other write does: two orders would deadlock.
        const held = await lockRows(strapi, schemaOf(strapi).keys, [key.row.id], 'update', trx);
        if (held !== 1) throw new ApiAccessError('not_found');
        await table(strapi, TABLES.credentials, trx).where({ key_id: key.row.id }).delete();
        await table(strapi, TABLES.usageDays, trx).where({ key_id: key.row.id }).delete();
        await table(strapi, TABLES.usageTotals, trx).where({ key_id: key.row.id }).delete();
        await strapi.db.query(KEY_UID).delete({ where: { id: key.row.id } });
      });
      return reader.view(key, actor);
    },

    /**
     * Decides about a token outside a content-API request (a queue, a socket), by the same code
     * that decides there. Never throws; counts nothing.
     *
     * @param token - As the consumer sent it.
     * @param address - Address of the consumer; needed by keys that are held to networks.
     */
    async verify(token: unknown, address: string | null = null): Promise<Verification> {
      const parsed = typeof token === 'string' ? parseToken(token) : null;
      if (parsed === null) return { outcome: 'refused', refusal: { code: 'invalid_token' } };
      return getService(strapi, 'verifier').verify(parsed, address);
    },
  };
  return service;
};

export type Keys = ReturnType<typeof createKeys>;
