import fc from 'fast-check';
import { statusAt, type OwnerState } from '../../server/src/domain/status';
import { type EpochMs } from '../../server/src/domain/units';

const NOW = Date.UTC(2026, 10, 21) as EpochMs;
const at = (ms: number) => (NOW + ms) as EpochMs;
const KEY = { expiresAt: null, revokedAt: null, ownerState: 'none' } as const;

describe('the status of a key', () => {
  it.each<[string, string, Partial<Parameters<typeof statusAt>[0]>]>([
    ['active', 'it never expires', {}],
    ['active', 'it expires in a millisecond', { expiresAt: at(1) }],
    ['expired', 'it expires now', { expiresAt: NOW }],
    ['expired', 'it expired a millisecond ago', { expiresAt: at(-1) }],
    ['expired', 'its expiry lies at the beginning of time', { expiresAt: 0 as EpochMs }],
    ['revoked', 'it was revoked', { revokedAt: at(-1) }],
    ['revoked', 'it was revoked at the beginning of time', { revokedAt: 0 as EpochMs }],
    ['revoked', 'it was revoked and has expired', { revokedAt: at(-1), expiresAt: at(-1) }],
    ['revoked', 'its owner is gone', { ownerState: 'gone' }],
    ['revoked', 'its owner is gone and it has expired', { ownerState: 'gone', expiresAt: at(-1) }],
    ['suspended', 'its owner is blocked', { ownerState: 'blocked' }],
    [
      'expired',
      'its owner is blocked and it has expired',
      { ownerState: 'blocked', expiresAt: NOW },
    ],
    ['active', 'its owner is active', { ownerState: 'active', expiresAt: at(1) }],
  ])('is %s where %s', (status, _, changes) => {
    expect(statusAt({ ...KEY, ...changes }, NOW)).toBe(status);
  });

  it('never comes back from revoked or expired as time goes on', () => {
    const instant = fc.integer({ min: 0, max: 4e12 }).map((ms) => ms as EpochMs);
    const key = fc.record({
      expiresAt: fc.option(instant),
      revokedAt: fc.option(instant),
      ownerState: fc.constantFrom<OwnerState>('none', 'active', 'blocked', 'gone'),
    });
    fc.assert(
      fc.property(key, instant, fc.nat(1e12), (lifetime, now, later) => {
        const before = statusAt(lifetime, now);
        const after = statusAt(lifetime, (now + later) as EpochMs);
        if (before === 'revoked' || before === 'expired') expect(after).toBe(before);
        if (after === 'active' || after === 'suspended') expect(before).toBe(after);
      }),
    );
  });
});
