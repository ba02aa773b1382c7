/** Migrations, and what is on record of those that were published. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../lib/paths.mjs';

const MIGRATIONS = path.join(ROOT, 'server/src/services/storage/migrations');
const PUBLISHED = path.join(ROOT, 'tests/published');
const IS_MIGRATION = /^\d{4}-.*\.ts$/;

/** SHA-256 of the file of each migration, in hexadecimal, by its name and in order. */
export const migrationHashes = () =>
  Object.fromEntries(
    readdirSync(MIGRATIONS)
      .filter((name) => IS_MIGRATION.test(name))
      .sort()
      .map((name) => [
        path.basename(name, '.ts'),
        createHash('sha256')
          .update(readFileSync(path.join(MIGRATIONS, name)))
          .digest('hex'),
      ]),
  );

/** The same, as it was when a version was recorded; nothing where it is not. */
export const recordedHashes = (version) => {
  const file = path.join(PUBLISHED, version, 'migrations.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
};

/** Names of the migrations that the record of a version lacks, or has otherwise. */
export const unrecordedMigrations = (version) => {
  const recorded = recordedHashes(version);
  return Object.entries(migrationHashes())
    .filter(([name, hash]) => recorded[name] !== hash)
    .map(([name]) => name);
};

/** Names of the migrations of a published version that are gone or not what they were. */
export const changedMigrations = (version) => {
  const now = migrationHashes();
  return Object.entries(recordedHashes(version))
    .filter(([name, hash]) => now[name] !== hash)
    .map(([name]) => name);
};
