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
    yield* data;
    if (data.length < MAX_PAGE_SIZE) return;
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
