import type { Key } from '../../contracts';
import {
  byReason,
  joined,
  type Outcome,
  runBatches,
} from '../../admin/src/pages/keys/bulk/run-batches';
import {
  headState,
  hiddenCount,
  NONE_SELECTED,
  onlySelected,
  without,
  withIds,
  withKeys,
} from '../../admin/src/pages/keys/selection';

const keyOf = (id: string, name = id) => ({ id, name }) as Key;
const [a, b, c] = [keyOf('a'), keyOf('b'), keyOf('c')];

describe('the keys that are ticked', () => {
  test('stay ticked on another page, and are counted as not shown there', () => {
    const selected = withKeys(NONE_SELECTED, [a, b], true);

    expect(headState(selected, [a, b])).toBe(true);
    expect(headState(selected, [b, c])).toBe('indeterminate');
    expect(headState(selected, [c])).toBe(false);
    expect([hiddenCount(selected, [a, b]), hiddenCount(selected, [b, c])]).toEqual([0, 1]);
  });

  test('are none of an empty page', () => {
    expect(headState(withKeys(NONE_SELECTED, [a], true), [])).toBe(false);
  });

  test('lose the keys of one page alone when its box is unticked', () => {
    const selected = withKeys(withKeys(NONE_SELECTED, [a, b, c], true), [b, c], false);

    expect([...selected.keys()]).toEqual(['a']);
  });

  test('grow by all that match, and keep what was ticked before', () => {
    const selected = withIds(withKeys(NONE_SELECTED, [a], true), ['a', 'b', 'x']);

    expect([...selected.keys()]).toEqual(['a', 'b', 'x']);
    expect(selected.get('a')).toBe(a);
  });

  test('lose what was done', () => {
    const selected = without(withKeys(NONE_SELECTED, [a, b, c], true), ['a', 'c', 'unknown']);

    expect([...selected.keys()]).toEqual(['b']);
  });

  test('are one key as it is now, where exactly one is ticked', () => {
    const renamed = keyOf('a', 'renamed');
    const selected = withKeys(NONE_SELECTED, [a], true);

    expect(onlySelected(selected, [renamed, b])).toBe(renamed);
    expect(onlySelected(selected, [b])).toBe(a);
    expect(onlySelected(withKeys(selected, [b], true), [a, b])).toBeNull();
    expect(onlySelected(NONE_SELECTED, [a])).toBeNull();
  });
});

interface Failed {
  id: string;
  message: string;
}

const ids = Array.from({ length: 120 }, (_id, index) => `k${String(index)}`);

/** A server that refuses every tenth key, and what it was asked for. */
const server = () => {
  const asked: string[][] = [];
  const send = (batch: string[]) => {
    asked.push(batch);
    const failed = batch.filter((id) => id.endsWith('0')).map((id) => ({ id, message: 'No.' }));
    return Promise.resolve({ done: batch.filter((id) => !id.endsWith('0')), failed });
  };
  return { asked, send };
};

const run = (changes: Partial<Parameters<typeof runBatches<string, Failed, string>>[0]> = {}) =>
  runBatches<string, Failed, string>({
    ids,
    size: 50,
    send: server().send,
    onProgress: () => undefined,
    isStopped: () => false,
    ...changes,
  });

describe('many keys that are changed together', () => {
  test('go in several requests, each of them once and in order, with progress after each', async () => {
    const { asked, send } = server();
    const progress: number[] = [];

    const outcome = await run({ send, onProgress: (count) => progress.push(count) });

    expect(asked.map(({ length }) => length)).toEqual([50, 50, 20]);
    expect(asked.flat()).toEqual(ids);
    expect(progress).toEqual([50, 100, 120]);
    expect([outcome.done.length, outcome.failed.length, outcome.rest]).toEqual([108, 12, []]);
  });

  test('stop between two requests, and say what is left', async () => {
    let count = 0;

    const { done, failed, rest, error } = await run({
      onProgress: (next) => (count = next),
      isStopped: () => count >= 50,
    });

    expect([done.length + failed.length, rest, error]).toEqual([50, ids.slice(50), null]);
  });

  test('keep what was done where a request fails, and leave its keys and the later ones', async () => {
    const { asked, send } = server();
    const fault = new Error('offline');

    const outcome = await run({
      send: (batch) => (asked.length === 1 ? Promise.reject(fault) : send(batch)),
    });

    expect(outcome.done).toHaveLength(45);
    expect([outcome.rest, outcome.error]).toEqual([ids.slice(50), fault]);
  });

  test('are as the second try left them', () => {
    const first: Outcome<Failed> = {
      done: ['a', 'b'],
      failed: [{ id: 'c', message: 'No.' }],
      rest: ['d'],
      error: new Error('offline'),
    };
    const second: Outcome<Failed> = { done: ['c'], failed: [], rest: [], error: null };

    expect(joined(first, second)).toEqual({
      done: ['a', 'b', 'c'],
      failed: [],
      rest: [],
      error: null,
    });
  });

  test('are told by reason, the most frequent one first', () => {
    const failed = ['x', 'y', 'y'].map((message, index) => ({ id: String(index), message }));

    expect(byReason(failed).map(({ message, failed: items }) => [message, items.length])).toEqual([
      ['y', 2],
      ['x', 1],
    ]);
  });
});
