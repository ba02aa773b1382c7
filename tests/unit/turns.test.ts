import { createTurns, TurnMissedError } from '../../server/src/domain/turns';

const PATIENCE_MS = 100;

/** Turns whose clock a test sets, and work that ends when it says so. */
const setUp = (maxConcurrent: number) => {
  let now = 0;
  const turns = createTurns(maxConcurrent, PATIENCE_MS, () => now);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const run = (name: string) =>
    turns.run(
      () =>
        new Promise<string>((resolve) => {
          begun.push(name);
          ends.set(name, () => resolve(name));
        }),
    );
  return {
    begun,
    run,
    end: (name: string) => ends.get(name)?.(),
    wait: (ms: number) => (now += ms),
  };
};

const settled = () => new Promise((resolve) => setImmediate(resolve));

it('lets so many run at once, and the others as they came', async () => {
  const { begun, run, end } = setUp(2);
  const all = ['a', 'b', 'c', 'd'].map(run);
  await settled();
  expect(begun).toEqual(['a', 'b']);
  end('b');
  await settled();
  expect(begun).toEqual(['a', 'b', 'c']);
  end('a');
  await settled();
  for (const name of ['c', 'd']) end(name);

  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
});

it('begins nothing for whoever has left meanwhile', async () => {
  const { begun, run, end, wait } = setUp(1);
  const first = run('a');
  const left = run('left');
  wait(PATIENCE_MS);
  const waits = run('waits');
  await expect(left).rejects.toThrow(TurnMissedError);
  end('a');
  await first;
  await settled();
  end('waits');

  expect(await waits).toBe('waits');
  expect(begun).toEqual(['a', 'waits']);
});

it('forgets them as soon as the next one comes, and goes on after work that failed', async () => {
  const turns = createTurns(1, PATIENCE_MS, () => 0);
  const failing = turns.run(() => Promise.reject(new Error('away')));
  const next = turns.run(() => Promise.resolve('next'));

  await expect(failing).rejects.toThrow('away');
  expect(await next).toBe('next');
});
