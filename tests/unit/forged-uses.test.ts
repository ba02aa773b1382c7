import {
  countForgery,
  MAX_PENDING_FORGERIES,
  type PendingForgeries,
  sortedForgeries,
} from '../../server/src/domain/forged-uses';
import { type EpochMs } from '../../server/src/domain/units';
import { summedForgeries } from '../../server/src/domain/usage-report';

const NOON = Date.UTC(2026, 10, 21, 12);
const DAY_MS = 86_400_000;
const at = (ms: number) => (NOON + ms) as EpochMs;

const none = (): PendingForgeries => new Map();

describe('wrong secrets', () => {
  it('are counted by key and day, with the time of the last', () => {
    const pending = none();
    countForgery(pending, 2, at(0));
    countForgery(pending, 1, at(DAY_MS));
    countForgery(pending, 1, at(0));
    countForgery(pending, 1, at(5));
    countForgery(pending, 1, at(3));

    expect(sortedForgeries(pending)).toEqual([
      { keyId: 1, day: '2026-11-21', count: 3, lastAt: at(5) },
      { keyId: 1, day: '2026-11-22', count: 1, lastAt: at(DAY_MS) },
      { keyId: 2, day: '2026-11-21', count: 1, lastAt: at(0) },
    ]);
  });

  it('take no more memory than the limit, and those in it count on', () => {
    const pending = none();
    for (let keyId = 0; keyId < MAX_PENDING_FORGERIES + 50; keyId += 1)
      countForgery(pending, keyId, at(0));
    countForgery(pending, 0, at(1));

    expect(pending.size).toBe(MAX_PENDING_FORGERIES);
    expect(sortedForgeries(pending)[0]).toMatchObject({ keyId: 0, count: 2 });
  });

  it('are summed over days', () => {
    expect(summedForgeries([])).toEqual({ count: 0, lastAt: null });
    expect(
      summedForgeries([
        { count: 2, lastAt: at(DAY_MS) },
        { count: 3, lastAt: at(0) },
      ]),
    ).toEqual({ count: 5, lastAt: '2026-11-22T12:00:00.000Z' });
  });
});
