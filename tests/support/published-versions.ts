/**
 * What each published version has left in databases: its own tables with rows in all of them, and what
 * it said of these. `npm run record-version` writes it.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { type DatabaseName } from './database-servers';
import { ROOT } from './playground-env';
import { type Views } from './version-views';

const PUBLISHED = path.join(ROOT, 'tests', 'published');

/** A schema as Strapi keeps it, to know at the next boot what has changed. */
export interface StrapiTable {
  readonly name: string;
}

export interface VersionFacts {
  /** Document id of the admin who made all of it, and who has the row 1. */
  readonly admin: string;
  /** Clear text by name of the key; made for tests, under secrets of tests. */
  readonly tokens: Readonly<Record<string, string>>;
  readonly views: Views;
  /** Of the plugin's content types, in `strapi_database_schema`. */
  readonly strapiTables: readonly StrapiTable[];
}

const file = (version: string, name: string) => path.join(PUBLISHED, version, name);
const read = (version: string, name: string) => readFileSync(file(version, name), 'utf8');
const readJson = (version: string, name: string): unknown => JSON.parse(read(version, name));
const write = (version: string, name: string, text: string) => {
  mkdirSync(path.join(PUBLISHED, version), { recursive: true });
  writeFileSync(file(version, name), text);
};
const writeJson = (version: string, name: string, value: unknown) => {
  write(version, name, `${JSON.stringify(value, undefined, 1)}\n`);
};

export const packageVersion = (): string =>
  (JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string })
    .version;

export const publishedVersions = (): string[] =>
  readdirSync(PUBLISHED, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

export const recordMigrations = (version: string, hashes: unknown): void => {
  writeJson(version, 'migrations.json', hashes);
};

export const recordedTables = (version: string, name: DatabaseName): string =>
  read(version, `${name}.sql`);

export const recordedFacts = (version: string, name: DatabaseName): VersionFacts =>
  readJson(version, `${name}.json`) as VersionFacts;

export const recordDatabase = (
  version: string,
  name: DatabaseName,
  tables: string,
  facts: VersionFacts,
): void => {
  write(version, `${name}.sql`, tables);
  writeJson(version, `${name}.json`, facts);
};
