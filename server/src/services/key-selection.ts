import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import {
  MAX_SELECTION,
  selectionBody,
  type Selection,
  type SelectionInput,
  type TechnicalOwner,
} from '../../../contracts';
import { ApiAccessError } from '../domain/errors';
import { statusAt } from '../domain/status';
import { displayId } from '../domain/token';
import { DAY_MS, readInstantOrNull, readInteger, toIso, type EpochMs } from '../domain/units';
import { APP, type Actor } from './actor';
import { getService } from './get-service';
import { keysQuery, keysSought, searchFor, type KeySearch } from './key-query';
import { ownerStateOf, withOwnerState } from './owners';
import { parseInput } from './parse-input';
import { reading, type Trx } from './storage/database';
import { allVisibleKeys } from './visible-keys';

type Row = Record<string, unknown>;

/** Well below what each database allows of bound values. */
const CHUNK = 1000;
const NAMED_KEYS = 10;
const NAMED_OWNERS = 20;

const technicalOwnerOf = (stored: unknown): string | null => {
  const owner: unknown = typeof stored === 'string' ? JSON.parse(stored) : stored;
  return (owner as TechnicalOwner | null)?.name ?? null;
};

/** What a row of the selection is worth to the dialog. */
const read = (row: Row, now: EpochMs) => ({
  id: row.id as string,
  name: row.name as string,
  displayId: displayId(row.prefix as string, row.access_id as string),
  isRevoked:
    statusAt(
      {
        expiresAt: null,
        revokedAt: readInstantOrNull(row.revoked_at),
        ownerState: ownerStateOf(row),
      },
      now,
    ) === 'revoked',
  lastUsedAt: readInstantOrNull(row.last_used_at),
  technicalOwner: technicalOwnerOf(row.technical_owner),
});

/** Freezes which keys are meant before many of them are stopped, and tells what a dialog must say. */
export const createKeySelection = ({ strapi }: { strapi: Core.Strapi }) => {
  const rowsOf = async (query: Knex.QueryBuilder): Promise<Row[]> =>
    query
      .select('k.document_id as id', 'k.name', 'k.technical_owner')
      .select('c.prefix', 'c.access_id', 'c.owner_kind', 'c.revoked_at', 'c.last_used_at');

  /** Some at a time, so that others get in between. */
  const rowsBy = async (
    column: 'k.document_id' | 'k.id',
    ids: readonly (string | number)[],
    actor: Actor,
    trx?: Trx,
  ): Promise<Row[]> => {
    const rows: Row[] = [];
    for (let at = 0; at < ids.length; at += CHUNK) {
      const query = allVisibleKeys(strapi, actor, trx);
      query.whereIn(column, ids.slice(at, at + CHUNK)).orderBy('k.id', 'desc');
      rows.push(...(await rowsOf(withOwnerState(strapi, query))));
    }
    return rows;
  };

  /** What a filter asks for, latest first. */
  const readFiltered = async (search: KeySearch, trx?: Trx): Promise<Row[]> => {
    const query = keysQuery(strapi, search, keysSought(search), trx).limit(MAX_SELECTION + 1);
    const ids = ((await query.pluck('c.key_id')) as unknown[]).map(readInteger);
    if (ids.length > MAX_SELECTION) throw new ApiAccessError('too_many_keys');
    return rowsBy(
      'k.id',
      ids.sort((a, b) => b - a),
      search.actor,
      trx,
    );
  };

  return {
    /**
     * @throws ApiAccessError `too_many_keys` beyond `MAX_SELECTION`; `roles_not_permitted` as the list.
     */
    async of(input: SelectionInput, actor: Actor = APP): Promise<Selection> {
      const body = parseInput(selectionBody, input);
      const now = getService(strapi, 'clock').now();
      const rows = await reading(strapi, async (trx) => {
        if ('ids' in body) return rowsBy('k.document_id', [...new Set(body.ids)], actor, trx);
        const search = await searchFor(strapi, { filter: body.filter, now, actor }, trx);
        return readFiltered(search, trx);
      });
      const keys = rows.map((row) => read(row, now));
      const used = keys.flatMap((key) =>
        key.lastUsedAt !== null && key.lastUsedAt > now - DAY_MS
          ? [{ ...key, lastUsedAt: key.lastUsedAt }]
          : [],
      );
      const owners = new Set(keys.flatMap(({ technicalOwner }) => technicalOwner ?? []));
      return {
        ids: keys.map(({ id }) => id),
        revoked: keys.filter(({ isRevoked }) => isRevoked).length,
        usedLately: used.length,
        latest: used
          .sort((a, b) => b.lastUsedAt - a.lastUsedAt)
          .slice(0, NAMED_KEYS)
          .map(({ id, name, displayId: shown, lastUsedAt, technicalOwner }) => ({
            id,
            name,
            displayId: shown,
            lastUsedAt: toIso(lastUsedAt),
            technicalOwner,
          })),
        technicalOwners: [...owners].sort((a, b) => a.localeCompare(b)).slice(0, NAMED_OWNERS),
      };
    },
  };
};

export type KeySelection = ReturnType<typeof createKeySelection>;
