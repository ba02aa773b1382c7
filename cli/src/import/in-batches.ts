import { MAX_BULK } from '../../../contracts';

interface Result<D, F> {
  readonly done: readonly D[];
  readonly failed: readonly F[];
}

/** Does something to many, as many at once as the services take. */
export const inBatches = async <I, D, F>(
  ids: readonly I[],
  run: (ids: I[]) => Promise<Result<D, F>>,
): Promise<{ done: D[]; failed: F[] }> => {
  const all: { done: D[]; failed: F[] } = { done: [], failed: [] };
  for (let at = 0; at < ids.length; at += MAX_BULK) {
    const { done, failed } = await run(ids.slice(at, at + MAX_BULK));
    all.done.push(...done);
    all.failed.push(...failed);
  }
  return all;
};
