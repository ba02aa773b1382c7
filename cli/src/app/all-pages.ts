import { MAX_PAGE_SIZE } from '../../../contracts';

interface Page {
  readonly page: number;
  readonly pageSize: number;
}

/** Whatever a list holds, page after page, to its end. */
export async function* allPages<T>(
  list: (page: Page) => Promise<{ readonly data: readonly T[] }>,
): AsyncGenerator<T> {
  for (let page = 1; ; page += 1) {
    const { data } = await list({ page, pageSize: MAX_PAGE_SIZE });
    // A page may be short of what was deleted while it was read; only beyond the last one is nothing.
    if (data.length === 0) return;
    yield* data;
  }
}

/** The first that a test holds for. */
export const firstWhere = async <T>(
  things: AsyncIterable<T>,
  test: (thing: T) => boolean,
): Promise<T | undefined> => {
  for await (const thing of things) if (test(thing)) return thing;
  return undefined;
};
