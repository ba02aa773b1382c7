/** What a request about some keys answers. */
export interface BatchResult<Failed, Done> {
  readonly done: readonly Done[];
  readonly failed: readonly Failed[];
}

export interface Outcome<Failed, Done = string, Id = string> extends BatchResult<Failed, Done> {
  /** What was not asked for: after a stop, or from the request on that got no answer. */
  readonly rest: readonly Id[];
  /** Why a request got no answer; `null` where each of them did. */
  readonly error: unknown;
}

interface Run<Id, Failed, Done> {
  readonly ids: readonly Id[];
  /** Most ids of one request. */
  readonly size: number;
  readonly send: (ids: Id[]) => Promise<BatchResult<Failed, Done>>;
  /** Told how many ids have been answered for, after each request. */
  readonly onProgress: (count: number) => void;
  /** Asked before each request. */
  readonly isStopped: () => boolean;
}

/** Sends many ids in several requests, one after the other. Never throws. */
export const runBatches = async <Id extends string | number, Failed, Done>({
  ids,
  size,
  send,
  onProgress,
  isStopped,
}: Run<Id, Failed, Done>): Promise<Outcome<Failed, Done, Id>> => {
  const done: Done[] = [];
  const failed: Failed[] = [];
  for (let start = 0; start < ids.length; start += size) {
    const rest = ids.slice(start);
    if (isStopped()) return { done, failed, rest, error: null };
    try {
      const answer = await send(ids.slice(start, start + size));
      done.push(...answer.done);
      failed.push(...answer.failed);
    } catch (error) {
      return { done, failed, rest, error };
    }
    onProgress(Math.min(ids.length, start + size));
  }
  return { done, failed, rest: [], error: null };
};

/** Two runs as one: what the second tried again stands as the second left it. */
export const joined = <Failed>(
  first: Outcome<Failed>,
  second: Outcome<Failed>,
): Outcome<Failed> => ({
  ...second,
  done: [...new Set([...first.done, ...second.done])],
});

/** Faults by the sentence that says them, the most frequent first. */
export const byReason = <Failed extends { readonly message: string }>(
  failed: readonly Failed[],
): { message: string; failed: Failed[] }[] => {
  const groups = new Map<string, Failed[]>();
  for (const item of failed) groups.set(item.message, [...(groups.get(item.message) ?? []), item]);
  return [...groups]
    .map(([message, items]) => ({ message, failed: items }))
    .sort((a, b) => b.failed.length - a.failed.length);
};
