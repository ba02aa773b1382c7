/**
 * What was built is remembered by a hash over the content of what it was built from. Times of
 * files would not do: a checkout changes them all, and nothing has to be built again.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { CACHE, ROOT } from './paths.mjs';

const SKIPPED = new Set(['node_modules', 'dist', 'build', '.tmp', '.cache', '.strapi']);

const filesUnder = (entry) => {
  if (!existsSync(entry)) return [];
  if (!statSync(entry).isDirectory()) return [entry];
  return readdirSync(entry)
    .filter((name) => !SKIPPED.has(name))
    .sort()
    .flatMap((name) => filesUnder(path.join(entry, name)));
};

/** A hash over files and folders (from the root of the repository) and over plain texts. */
export const contentHash = ({ files = [], texts = [] }) => {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`text\0${text}\0`);
  for (const file of files.flatMap((entry) => filesUnder(path.join(ROOT, entry)))) {
    hash.update(`file\0${path.relative(ROOT, file)}\0`);
    hash.update(readFileSync(file));
  }
  return hash.digest('hex');
};

const stampFile = (name) => path.join(CACHE, `${name}.stamp`);

export const isStamped = (name, hash) =>
  existsSync(stampFile(name)) && readFileSync(stampFile(name), 'utf8') === hash;

export const writeStamp = (name, hash) => {
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(stampFile(name), hash);
};
