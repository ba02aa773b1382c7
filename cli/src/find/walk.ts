import { lstat, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

import { wrongUse } from '../exit';

/** Folders that hold what others wrote, and old versions of everything. */
const SKIPPED = new Set(['node_modules', '.git']);

export interface Visited {
  readonly file: string;
  /** What kept a folder from being read. */
  readonly problem?: unknown;
}

async function* within(folder: string, all: boolean): AsyncGenerator<Visited> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const file = path.join(folder, entry.name);
      if (entry.isFile()) yield { file };
      else if (entry.isDirectory() && (all || !SKIPPED.has(entry.name))) yield* within(file, all);
    }
  } catch (problem) {
    yield { file: folder, problem };
  }
}

/**
 * The files under a path, in the order of their names. A link is followed where it is itself what is
 * to be searched, and nowhere else, so that no walk goes in circles or leaves its folder.
 *
 * @throws CliError where there is no such path.
 */
export async function* filesUnder(start: string, all: boolean): AsyncGenerator<Visited> {
  const isThere = await lstat(start).catch(() => null);
  if (isThere === null) throw wrongUse(`There is no file or folder ${start}.`);
  const { isFolder, problem } = await stat(start).then(
    (found) => ({ isFolder: found.isDirectory(), problem: undefined }),
    (error: unknown) => ({ isFolder: false, problem: error }),
  );
  if (problem !== undefined) yield { file: start, problem };
  else if (isFolder) yield* within(start, all);
  else yield { file: start };
}
