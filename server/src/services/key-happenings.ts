import type { Core } from '@strapi/strapi';
import type { ActivityDetails, ActivitySubject, ActivityKind, RateLimit } from '../../../contracts';
import { editBetween, firstOf, type Facts } from '../domain/changes';
import { toIso, toIsoOrNull } from '../domain/units';
import type { Told } from './activity';
import { adminName } from './admin-name';
import { getService } from './get-service';
import type { StoredKey } from './key-reader';

/** A key as entries of the activity name it. */
export const keySubject = ({ row, credential }: StoredKey): ActivitySubject => ({
  type: 'key',
  id: row.documentId,
  name: row.name,
  accessId: credential.accessId,
});

const limitOf = (limit: RateLimit | null): string[] =>
  limit === null ? [] : [`${String(limit.requests)} / ${String(limit.windowSeconds)} s`];

const factsOf = ({ row, credential }: StoredKey): Facts => ({
  told: {
    name: [row.name],
    roles: row.roles.map(({ name }) => name),
    tags: row.tags.map(({ name }) => name),
    author: row.author === null ? [] : [adminName(row.author)],
    networks: credential.networks,
    rateLimit: limitOf(credential.rateLimit),
    expiresAt: credential.expiresAt === null ? [] : [toIso(credential.expiresAt)],
  },
  named: {
    description: row.description,
    technicalOwner: row.technicalOwner,
  },
});

const record = async (
  strapi: Core.Strapi,
  kind: ActivityKind,
  key: StoredKey,
  details: ActivityDetails,
  { actor, trx }: Told,
): Promise<void> =>
  getService(strapi, 'activity').record({ kind, actor, subject: keySubject(key), details }, trx);

type PlainStep = 'created' | 'regenerated' | 'revoked' | 'deleted';

const emitStep = (
  strapi: Core.Strapi,
  name: `api-access.${PlainStep}`,
  key: StoredKey,
  { actor }: Told,
): void => {
  const events = getService(strapi, 'events');
  events.emit(name, events.about(key, actor));
};

const emitEdit = (strapi: Core.Strapi, key: StoredKey, fields: string[], { actor }: Told): void => {
  const events = getService(strapi, 'events');
  events.emit('api-access.updated', { ...events.about(key, actor), fields });
};

const asWritten = async (strapi: Core.Strapi, id: string): Promise<StoredKey> =>
  getService(strapi, 'key-reader').stored(id);

const expiry = ({ credential }: StoredKey) => ({ expiresAt: toIsoOrNull(credential.expiresAt) });

/**
 * What is kept of the life of keys, personal tokens among them, and told to listeners and webhooks
 * once it is committed. Each is called at the end of the transaction of what it tells, and reads
 * there what was written.
 */
export const keyHappenings = {
  /** @param id - Document id of the new key. */
  async created(strapi: Core.Strapi, id: string, by: Told): Promise<void> {
    const key = await asWritten(strapi, id);
    const changes = firstOf(factsOf(key)).filter(
      ({ field }) => field !== 'name' && field !== 'expiresAt',
    );
    await record(strapi, 'key.created', key, { ...expiry(key), changes }, by);
    emitStep(strapi, 'api-access.created', key, by);
  },

  /** Of a key that goes by one of Strapi's own API tokens, as that was moved here. */
  async moved(strapi: Core.Strapi, id: string, by: Told): Promise<void> {
    const key = await asWritten(strapi, id);
    const changes = firstOf(factsOf(key)).filter(({ field }) => field === 'roles');
    await record(strapi, 'key.moved', key, { ...expiry(key), changes }, by);
    emitStep(strapi, 'api-access.created', key, by);
  },

  /** Its token stands in Strapi's API Tokens again, and the key is gone. */
  async movedBack(strapi: Core.Strapi, key: StoredKey, by: Told): Promise<void> {
    await record(strapi, 'key.moved-back', key, expiry(key), by);
    emitStep(strapi, 'api-access.deleted', key, by);
  },

  /** @param before - The key as it was; nothing is told of an edit that changed nothing. */
  async updated(strapi: Core.Strapi, before: StoredKey, by: Told): Promise<void> {
    const key = await asWritten(strapi, before.row.documentId);
    const edit = editBetween(factsOf(before), factsOf(key));
    if (edit.fields.length === 0) return;
    await record(strapi, 'key.updated', key, edit, by);
    emitEdit(strapi, key, edit.fields, by);
  },

  async regenerated(strapi: Core.Strapi, { row }: StoredKey, by: Told): Promise<void> {
    const key = await asWritten(strapi, row.documentId);
    await record(strapi, 'key.regenerated', key, expiry(key), by);
    emitStep(strapi, 'api-access.regenerated', key, by);
  },

  async revoked(strapi: Core.Strapi, key: StoredKey, by: Told): Promise<void> {
    await record(strapi, 'key.revoked', key, {}, by);
    emitStep(strapi, 'api-access.revoked', key, by);
  },

  async deleted(strapi: Core.Strapi, key: StoredKey, by: Told): Promise<void> {
    await record(strapi, 'key.deleted', key, {}, by);
    emitStep(strapi, 'api-access.deleted', key, by);
  },

  /** Another admin answers for the key. */
  async takenOver(strapi: Core.Strapi, before: StoredKey, by: Told): Promise<void> {
    const key = await asWritten(strapi, before.row.documentId);
    const [was, is] = [factsOf(before).told.author, factsOf(key).told.author];
    await record(
      strapi,
      'key.taken-over',
      key,
      { before: [...(was ?? [])], after: [...(is ?? [])] },
      by,
    );
    emitEdit(strapi, key, ['author'], by);
  },
};
