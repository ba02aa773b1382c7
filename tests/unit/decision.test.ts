import fc from 'fast-check';
import { decide, isSameKey, type Evidence } from '../../server/src/domain/decision';
import { isAddressAllowed } from '../../server/src/domain/networks';
import { statusAt, type OwnerState } from '../../server/src/domain/status';
import { type EpochMs } from '../../server/src/domain/units';
import { accessId, prefix } from './arbitraries';

const NOW = Date.UTC(2026, 10, 21) as EpochMs;
const at = (ms: number) => (NOW + ms) as EpochMs;

const PRESENTED = { accessId: '7Hd2kQpXw3Zt', prefix: 'sak', address: '192.0.2.7' };
const ROW: Evidence = {
  accessId: '7Hd2kQpXw3Zt',
  prefix: 'sak',
  networks: [],
  expiresAt: at(1),
  revokedAt: null,
  ownerState: 'none',
};

describe('the decision about a request', () => {
  it('grants what is known, true, alive and from an allowed address', () => {
    expect(decide(ROW, true, PRESENTED, NOW)).toEqual({ granted: true });
    expect(decide({ ...ROW, networks: ['192.0.2.0/24'] }, true, PRESENTED, NOW)).toEqual({
      granted: true,
    });
  });

  it.each<[string, Partial<Evidence>, string]>([
    ['has expired', { expiresAt: NOW }, 'expired_token'],
    ['was revoked', { revokedAt: at(-1) }, 'revoked_token'],
    ['lost its owner', { ownerState: 'gone' }, 'revoked_token'],
    ['belongs to a blocked person', { ownerState: 'blocked' }, 'suspended_token'],
    ['is held to another network', { networks: ['198.51.100.0/24'] }, 'address_not_allowed'],
    ['differs from the row in case alone', { accessId: '7hd2kqpxw3zt' }, 'invalid_token'],
    ['has another prefix than the row', { prefix: 'old' }, 'invalid_token'],
  ])('refuses a key that %s', (_, changes, reason) => {
    expect(decide({ ...ROW, ...changes }, true, PRESENTED, NOW)).toEqual({
      granted: false,
      reason,
    });
  });

  it.each<[string, Partial<Evidence>]>([
    ['alive', {}],
    ['expired', { expiresAt: NOW }],
    ['revoked', { revokedAt: at(-1) }],
    ['suspended', { ownerState: 'blocked' }],
    ['elsewhere', { networks: ['198.51.100.0/24'] }],
  ])('tells a forger of a key that is %s no more than of a key that is not there', (_, changes) => {
    const unknown = decide(null, false, PRESENTED, NOW);

    expect(unknown).toEqual({ granted: false, reason: 'invalid_token' });
    expect(decide({ ...ROW, ...changes }, false, PRESENTED, NOW)).toEqual(unknown);
  });

  it('refuses a claim of a true secret without a row', () => {
    expect(decide(null, true, PRESENTED, NOW)).toEqual({ granted: false, reason: 'invalid_token' });
  });
});

const instant = fc.integer({ min: 0, max: 4e12 }).map((ms) => ms as EpochMs);
const address = fc.option(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()));
const evidence: fc.Arbitrary<Evidence> = fc.record({
  accessId,
  prefix,
  networks: fc.array(
    fc.oneof(
      fc.ipV4(),
      fc.tuple(fc.ipV4(), fc.nat(32)).map(([base, bits]) => `${base}/${bits}`),
      fc.tuple(fc.ipV6(), fc.nat(128)).map(([base, bits]) => `${base}/${bits}`),
    ),
    { maxLength: 3 },
  ),
  expiresAt: fc.option(instant),
  revokedAt: fc.option(instant, { freq: 3 }),
  ownerState: fc.constantFrom<OwnerState>('none', 'none', 'active', 'blocked', 'gone'),
});

describe('the decision, for any key, address and time', () => {
  it('grants only if everything holds, and grants then', () => {
    fc.assert(
      fc.property(evidence, fc.boolean(), address, instant, (row, matches, from, now) => {
        const presented = { accessId: row.accessId, prefix: row.prefix, address: from };
        const everything =
          matches && statusAt(row, now) === 'active' && isAddressAllowed(row.networks, from);
        expect(decide(row, matches, presented, now).granted).toBe(everything);
      }),
      { numRuns: 1_000 },
    );
  });

  it('never grants for another Access ID or another prefix', () => {
    fc.assert(
      fc.property(evidence, accessId, prefix, instant, (row, otherId, otherPrefix, now) => {
        fc.pre(otherId !== row.accessId || otherPrefix !== row.prefix);
        const presented = { accessId: otherId, prefix: otherPrefix, address: null };
        expect(isSameKey(row, presented)).toBe(false);
        expect(decide({ ...row, networks: [] }, true, presented, now)).toEqual({
          granted: false,
          reason: 'invalid_token',
        });
      }),
    );
  });

  it('stays expired for good, and what is granted later was granted before', () => {
    fc.assert(
      fc.property(evidence, instant, fc.nat(1e12), (row, now, later) => {
        const presented = { accessId: row.accessId, prefix: row.prefix, address: '192.0.2.7' };
        const before = decide(row, true, presented, now);
        const after = decide(row, true, presented, (now + later) as EpochMs);
        if (!before.granted && before.reason === 'expired_token') expect(after).toEqual(before);
        if (after.granted) expect(before).toEqual({ granted: true });
      }),
      { numRuns: 1_000 },
    );
  });

  it('looks the same for unknown and forged', () => {
    fc.assert(
      fc.property(evidence, address, instant, (row, from, now) => {
        const presented = { accessId: row.accessId, prefix: row.prefix, address: from };
        expect(decide(row, false, presented, now)).toEqual(decide(null, false, presented, now));
      }),
    );
  });
});
