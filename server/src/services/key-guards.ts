import type { Core } from '@strapi/strapi';
import type { RateLimit, Settings } from '../../../contracts';
import { ApiAccessError } from '../domain/errors';
import { allowsMore } from '../domain/rate';
import type { Actor } from './actor';
import type { StoredKey } from './key-reader';
import {
  isMissingReference,
  isUniqueViolation,
  lockRows,
  table,
  transaction,
  violates,
  type Trx,
} from './storage/database';
import { schemaOf } from './storage/schema';
import { TABLES } from './storage/tables';

const isNameTaken = (error: unknown): boolean => violates(error, TABLES.credentials, 'name_key');

/** Only a new tag can meet another unique rule: somebody has just made the same one. */
const isTagRace = (error: unknown): boolean => isUniqueViolation(error) && !isNameTaken(error);

/** Faults of the database that are somebody's fault: a name taken, a role deleted meanwhile. */
const explained = (error: unknown): unknown => {
  if (isNameTaken(error)) return ApiAccessError.at('name_taken', 'name');
  if (isTagRace(error)) return ApiAccessError.at('tag_name_taken', 'tags');
  return isMissingReference(error) ? ApiAccessError.at('unknown_role', 'roles') : error;
};

/**
 * One transaction of a key; begun again where somebody else has just made the same new tag, unless
 * it is part of the app's own, which the database has ended with it.
 */
export const writeKey = async <T>(
  strapi: Core.Strapi,
  run: (trx: Trx) => Promise<T>,
): Promise<T> => {
  const mayTryAgain = !strapi.db.inTransaction();
  try {
    return await transaction(strapi, run).catch((error: unknown) => {
      if (mayTryAgain && isTagRace(error)) return transaction(strapi, run);
      throw error;
    });
  } catch (error) {
    throw explained(error);
  }
};

/**
 * What was decided about a key was decided about the revision that was read, so only that one may
 * be written: a caller who names a later one has not seen it.
 */
export const requireCurrent = (key: StoredKey, revision: number): void => {
  if (key.credential.revokedAt !== null) throw new ApiAccessError('key_revoked');
  if (key.row.revision !== revision) throw new ApiAccessError('revision_conflict');
};

/** A personal token is managed by the person whose it is, and by nobody else; it can only be ended. */
export const requireNotPersonal = (key: StoredKey): void => {
  if (key.credential.owner !== null) throw new ApiAccessError('not_owner');
};

/** @throws ApiAccessError `clear_text_not_permitted`: admin API tokens, unless Rules & notices allow it. */
export const requireClearText = (
  { clearTextForAdminTokens }: Settings,
  { mayReceiveClearText }: Actor,
): void => {
  if (!mayReceiveClearText && !clearTextForAdminTokens)
    throw new ApiAccessError('clear_text_not_permitted');
};

/** Moves the revision on; whoever saw an older one is told so, and nothing has happened. */
export const claimKey = async (
  strapi: Core.Strapi,
  { row }: StoredKey,
  trx: Trx,
): Promise<void> => {
  const claimed = await table(strapi, schemaOf(strapi).keys, trx)
    .where({ id: row.id, revision: row.revision })
    .update({ revision: row.revision + 1 });
  if (claimed !== 1) throw new ApiAccessError('revision_conflict');
};

/** Keeps roles from being deleted until the key that is given them is written. */
export const holdRoles = async (
  strapi: Core.Strapi,
  ids: readonly number[],
  trx: Trx,
): Promise<void> => {
  const unique = [...new Set(ids)];
  const found = await lockRows(strapi, schemaOf(strapi).roles, unique, 'share', trx);
  if (found < unique.length) throw ApiAccessError.at('unknown_role', 'roles');
};

/** Whoever may not assign the roles of a key may neither have its token nor let more in by it. */
export const requireRolesRight = (key: StoredKey, actor: Actor): void => {
  if (key.row.roles.length > 0 && !actor.can('get-role')) {
    throw new ApiAccessError('roles_not_permitted');
  }
};

/** Whether an edit would let a key in from where it was not; without networks it comes from anywhere. */
export const opensNetworks = (
  { credential: { networks: held } }: StoredKey,
  networks: readonly string[] | undefined,
): boolean => {
  if (networks === undefined || held.length === 0) return false;
  return networks.length === 0 || networks.some((network) => !held.includes(network));
};

/** Whether an edit would let a key in more often than it was, the default limit considered. */
export const loosensRate = (
  settings: Settings,
  { credential: { rateLimit: own } }: StoredKey,
  rateLimit: RateLimit | null | undefined,
): boolean => {
  if (rateLimit === undefined) return false;
  // Without a limit of its own a key follows the default, which may be loosened later.
  if (rateLimit === null) return own !== null;
  const before = own ?? settings.rateLimit;
  return before !== null && allowsMore(rateLimit, before);
};
