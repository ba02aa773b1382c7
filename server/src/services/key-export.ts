import type { Core } from '@strapi/strapi';
import type { ExportKeysQuery, Key } from '../../../contracts';
import { keptExport } from './activity-export';
import { APP, type Actor } from './actor';
import { csvFile, type CsvColumn, type CsvFile } from './csv';
import { getService } from './get-service';
import { sortedIds } from './key-pages';
import { searchFor } from './key-query';
import { reading } from './storage/database';

/** Keys that are read at a time. */
const CHUNK = 500;
const SEPARATOR = '; ';

const names = (things: readonly { name: string }[]) =>
  things.map(({ name }) => name).join(SEPARATOR);

const COLUMNS: readonly CsvColumn<Key>[] = [
  { header: 'Access Name', value: (key) => key.name },
  { header: 'Access ID', value: (key) => key.displayId },
  { header: 'Type', value: (key) => (key.type === 'personal' ? 'Personal token' : 'API Key') },
  { header: 'Description', value: (key) => key.description },
  { header: 'Status', value: (key) => key.status },
  { header: 'Tags', value: (key) => names(key.tags) },
  { header: 'Author', value: (key) => key.author?.name },
  { header: 'Created by', value: (key) => key.createdByName },
  { header: 'Issued by', value: (key) => key.lastIssuedBy },
  { header: 'Owner', value: (key) => key.owner?.name },
  { header: 'Technical owner', value: (key) => key.technicalOwner?.name },
  {
    header: 'Technical owner e-mail',
    value: (key) => key.technicalOwner?.emails.join(SEPARATOR),
  },
  { header: 'Networks', value: (key) => key.networks.join(SEPARATOR) },
  { header: 'Created', value: (key) => key.createdAt },
  { header: 'Issued', value: (key) => key.issuedAt },
  { header: 'Expiration date', value: (key) => key.expiresAt ?? 'Never' },
  { header: 'Revoked', value: (key) => key.revokedAt },
  { header: 'Revoked by', value: (key) => key.revokedBy },
  { header: 'Last used', value: (key) => key.usage.lastUsedAt ?? 'Never' },
  { header: 'Usage count', value: (key) => key.usage.allowed },
  { header: 'Denied requests', value: (key) => key.usage.denied },
];

const ROLES: CsvColumn<Key> = { header: 'API roles', value: (key) => names(key.roles ?? []) };

/** The list of keys as a file. */
export const createKeyExport = ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Every key that the list would show over all its pages. Which ones, and in which order, is
   * decided once; what is known of them is read in small parts while they are sent.
   *
   * @throws ApiAccessError what the list would answer.
   */
  async csv(query: ExportKeysQuery, actor: Actor = APP): Promise<CsvFile> {
    const now = getService(strapi, 'clock').now();
    const reader = getService(strapi, 'key-reader');
    const ids = await reading(strapi, async (trx) => {
      const search = await searchFor(strapi, { filter: query, now, actor }, trx);
      return sortedIds(strapi, search, query.sort, trx);
    });
    async function* pages(): AsyncGenerator<Key[]> {
      for (let at = 0; at < ids.length; at += CHUNK)
        yield await reader.views(ids.slice(at, at + CHUNK), actor);
    }
    const columns = actor.can('get-role') ? [...COLUMNS, ROLES] : COLUMNS;
    const file = await csvFile('api-keys', now, columns, pages());
    const details = { exported: 'keys', format: 'csv', count: ids.length } as const;
    return keptExport(strapi, file, details, actor);
  },
});

export type KeyExport = ReturnType<typeof createKeyExport>;
