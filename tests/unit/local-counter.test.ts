import { setTimeout as sleep } from 'node:timers/promises';

import { rateState } from '../../server/src/domain/rate';
import { createLocalCounter } from '../../server/src/services/rate-limits/local-counter';

const LIMIT = { requests: 5, windowSeconds: 1 };

afterEach(() => {
  jest.restoreAllMocks();
});

describe('a window in the memory of a node', () => {
  it('goes on and ends as it would have, though the clock was put back by an hour', async () => {
    const counter = createLocalCounter();
    await counter.count('a', 1);
    const now = Date.now;
    jest.spyOn(Date, 'now').mockImplementation(() => now() - 3_600_000);

    const { used, leftMs } = await counter.count('a', 1);
    expect(used).toBe(2);
    expect(rateState(LIMIT, used, leftMs).resetSeconds).toBe(1);
    await sleep(1_100);
    expect(await counter.count('a', 1)).toEqual({ used: 1, leftMs: 1000 });
  });

  it('goes on from what was counted elsewhere, and never back', async () => {
    const counter = createLocalCounter();
    await counter.catchUp('a', { used: 7, leftMs: 60_000 });
    expect(await counter.count('a', 3_600)).toMatchObject({ used: 8 });
    await counter.catchUp('a', { used: 3, leftMs: 90_000 });

    const { used, leftMs } = await counter.count('a', 3_600);

    expect(used).toBe(9);
    expect(leftMs).toBeLessThanOrEqual(60_000);
    expect(await counter.count('b', 3_600)).toMatchObject({ used: 1 });
  });
});
