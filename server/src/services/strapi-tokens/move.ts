import type { Core } from '@strapi/strapi';
import { ROLE_UID, type MovedStrapiTokens } from '../../../../contracts';
import { ApiAccessError } from '../../domain/errors';
import { NO_SECRET } from '../../domain/strapi-token';
import { displayId } from '../../domain/token';
import { parseInstant } from '../../domain/units';
import type { Told } from '../activity';
import { getService } from '../get-service';
import { writeKey } from '../key-guards';
import { keyHappenings } from '../key-happenings';
import { writeNewKey } from '../keys/create';
import { pluginConfig } from '../plugin-config';
import type { RoleRow } from '../role-row';
import { discreetly, table } from '../storage/database';
import { TABLES } from '../storage/tables';
import { nameOfRole, plansFor, type PlannedRole, type Planning } from './plan';
import { instantOfRow, originalOf, strapiTokenRows, type StrapiTokenRow } from './rows';

export type MovedToken = MovedStrapiTokens['done'][number];

/** Row ids of the role that a key gets; made where it is not there yet. */
const rolesOf = async (
  strapi: Core.Strapi,
  role: PlannedRole | null,
  { actor }: Told,
): Promise<number[]> => {
  if (role === null) return [];
  if ('found' in role) return [role.found.id];
  const { permissions, ...made } = role.made;
  const { id } = await getService(strapi, 'roles').create(
    { ...made, permissions: [...permissions] },
    { actor },
  );
  const row = (await strapi.db.query(ROLE_UID).findOne({ where: { documentId: id } })) as RoleRow;
  return [row.id];
};

/** Keeps what the token is known by, and what the way back needs. */
const keepToken = async (
  strapi: Core.Strapi,
  keyId: number,
  row: StrapiTokenRow,
  { trx }: Told,
): Promise<void> => {
  await discreetly(
    table(strapi, TABLES.strapiTokens, trx).insert({
      key_id: keyId,
      access_key: row.accessKey,
      original: JSON.stringify(originalOf(row)),
    }),
  );
  const lastUse = { last_used_at: instantOfRow(row.lastUsedAt) };
  await table(strapi, TABLES.usageTotals, trx).insert({ key_id: keyId, ...lastUse });
  // The copy that keys are found and sorted by.
  await table(strapi, TABLES.credentials, trx).where({ key_id: keyId }).update(lastUse);
};

/**
 * Makes a key of one of Strapi's own API tokens, which goes on working, and takes the token out of
 * Strapi's table: all in one transaction, so that at every moment just one of the two knows it.
 *
 * @throws ApiAccessError of the plan's problem, or `not_found` where the token is gone.
 */
export const moveToken = async (
  strapi: Core.Strapi,
  id: number,
  planning: Planning,
): Promise<MovedToken> =>
  writeKey(strapi, async (trx) => {
    const told: Told = { actor: planning.actor, trx };
    const rows = strapiTokenRows(strapi);
    const row = await rows.held(id, trx);
    if (row === null) throw new ApiAccessError('not_found');
    const [plan] = await plansFor(strapi, [row], planning);
    if (plan === undefined) throw new ApiAccessError('not_found');
    if (plan.problem !== null) throw plan.problem;
    const accessId = getService(strapi, 'issuing').newAccessId();
    const prefix = pluginConfig(strapi).keyPrefix;
    const key = await writeNewKey(
      strapi,
      {
        name: plan.keyName,
        description: row.description === '' ? null : row.description,
        roles: await rolesOf(strapi, plan.role, told),
        tags: [],
        technicalOwner: null,
        networks: [],
        rateLimit: null,
        issuedAt: parseInstant(row.createdAt),
        expiresAt: instantOfRow(row.expiresAt),
        owner: null,
        author: planning.actor.user?.id ?? null,
        replaces: null,
      },
      { ...NO_SECRET, accessId, prefix },
      told,
    );
    await keepToken(strapi, key.id, row, told);
    await rows.remove(row);
    await keyHappenings.moved(strapi, key.documentId, told);
    return {
      id,
      name: row.name,
      key: { id: key.documentId, name: plan.keyName, displayId: displayId(prefix, accessId) },
      role: plan.role === null ? null : nameOfRole(plan.role),
    };
  });
