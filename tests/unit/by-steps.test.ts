import { bySteps, StalledError } from '../../server/src/services/by-steps';

const LIMIT_MS = 1_000;

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

it('work that goes on may take as long as it likes', async () => {
  const pause = () => new Promise((resolve) => setTimeout(resolve, LIMIT_MS - 1));
  const done = bySteps(LIMIT_MS, async (step) => {
    const seen = [];
    for (let at = 0; at < 5; at += 1) {
      await pause();
      seen.push(step());
    }
    return seen;
  });
  await jest.advanceTimersByTimeAsync(5 * LIMIT_MS);

  expect(await done).toEqual(Array(5).fill(true));
  expect(jest.getTimerCount()).toBe(0);
});

it('work that waits for ever is given up, and told so should it wake', async () => {
  let wake: () => void = () => undefined;
  let woken: boolean | undefined;
  const done = bySteps(LIMIT_MS, async (step) => {
    await new Promise<void>((resolve) => (wake = resolve));
    woken = step();
  });
  const refused = expect(done).rejects.toThrow(StalledError);
  await jest.advanceTimersByTimeAsync(LIMIT_MS);
  await refused;
  wake();
  await jest.advanceTimersByTimeAsync(0);

  expect(woken).toBe(false);
  expect(jest.getTimerCount()).toBe(0);
});
