import type { JudgedToken } from '../app/token-state';
import type { World } from '../world';
import { BinaryFile, bytesOf, tokensOf, UnreadableFile } from './read';
import { toldFile, toldFind, type ToldFind } from './report';
import { filesUnder, type Visited } from './walk';

/** What stands for stdin among paths. */
export const STDIN = '-';

export interface Searched {
  files: number;
  finds: number;
  binary: number;
  unreadable: string[];
}

export interface Search {
  readonly paths: readonly string[];
  readonly all: boolean;
  /** Asks the app about a find. */
  readonly judge?: (text: string) => Promise<JudgedToken>;
  readonly found: (find: ToldFind) => Promise<void>;
}

async function* sources(paths: readonly string[], all: boolean): AsyncGenerator<Visited> {
  for (const each of paths) {
    if (each === STDIN) yield { file: STDIN };
    else yield* filesUnder(each, all);
  }
}

/** Looks for tokens in files and folders, one after the other, and tells each find as it is met. */
export const searchFiles = async (
  world: World,
  { paths, all, judge, found }: Search,
): Promise<Searched> => {
  const searched: Searched = { files: 0, finds: 0, binary: 0, unreadable: [] };

  const searchOne = async (file: string): Promise<void> => {
    const bytes: AsyncIterable<Uint8Array> = file === STDIN ? world.stdin : bytesOf(file);
    for await (const find of tokensOf(bytes, { all: all || file === STDIN })) {
      searched.finds += 1;
      await found(toldFind(file, find, await judge?.(find.text)));
    }
    searched.files += 1;
  };

  const leftOut =
    (file: string) =>
    (error: unknown): void => {
      if (error instanceof BinaryFile) searched.binary += 1;
      else if (error instanceof UnreadableFile) searched.unreadable.push(toldFile(file));
      else throw error;
    };

  for await (const { file, problem } of sources(paths, all)) {
    if (problem !== undefined) searched.unreadable.push(toldFile(file));
    else await searchOne(file).catch(leftOut(file));
  }
  return searched;
};
