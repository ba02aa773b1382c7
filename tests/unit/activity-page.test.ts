import { attemptOf } from '../../admin/src/pages/activity/attempt';
import { periodOf, startOfPeriod } from '../../admin/src/pages/activity/periods';

describe('a refused attempt', () => {
  it.each([
    ['GET /api-access/keys', 'see', 'keys'],
    ['POST /api-access/roles', 'create', 'roles'],
    ['PUT /api-access/keys/abc', 'edit', 'keys'],
    ['DELETE /api-access/tags/abc', 'delete', 'tags'],
    ['POST /api-access/keys/abc/regenerate', 'regenerate', 'keys'],
    ['POST /api-access/keys/bulk-revoke', 'revoke', 'keys'],
    ['POST /api-access/keys/take-over', 'edit', 'keys'],
    ['PUT /api-access/settings', 'edit', 'settings'],
  ])('of %s was to %s, on %s', (request, verb, thing) => {
    expect(attemptOf(request)).toEqual({ verb, thing });
  });

  it('of a request that cannot be read is told all the same', () => {
    expect(attemptOf(undefined)).toEqual({ verb: 'other', thing: 'other' });
  });
});

describe('a period', () => {
  const now = new Date('2026-06-15T15:30:00');

  it('begins with the day so many days ago, where the viewer is', () => {
    expect(startOfPeriod(0, now)).toBe(new Date('2026-06-15T00:00:00').toISOString());
    expect(startOfPeriod(30, now)).toBe(new Date('2026-05-16T00:00:00').toISOString());
  });

  it('is known again by its first instant, and days of one’s own are told apart', () => {
    expect(periodOf({}, now)).toBe('all');
    expect(periodOf({ from: startOfPeriod(7, now) }, now)).toBe(7);
    expect(periodOf({ from: startOfPeriod(7, now), until: now.toISOString() }, now)).toBe('custom');
    expect(periodOf({ from: startOfPeriod(8, now) }, now)).toBe('custom');
  });
});
