import { hitKeys, type Opened, removedActions } from '../../server/src/domain/role-impact';
import { type EpochMs } from '../../server/src/domain/units';

const opened = (...actions: string[]): Opened => ({ full: false, actions: new Set(actions) });
const EVERYTHING: Opened = { full: true, actions: new Set() };
const KNOWN = ['c', 'b', 'a'].map((action) => ({ action, readOnly: false }));

const use = (keyId: number, action: string, at: number | null = 0) => ({
  keyId,
  action,
  lastUsedAt: at as EpochMs | null,
});

describe('what a narrower role takes away', () => {
  it('is what it allowed and will not', () => {
    expect(removedActions({ before: opened('a', 'b'), after: opened('b', 'c') }, KNOWN)).toEqual([
      'a',
    ]);
  });

  it('is everything else where the role allowed everything, and nothing where it will', () => {
    expect(removedActions({ before: EVERYTHING, after: opened('b') }, KNOWN)).toEqual(['a', 'c']);
    expect(removedActions({ before: opened('b'), after: EVERYTHING }, KNOWN)).toEqual([]);
    expect(removedActions({ before: EVERYTHING, after: EVERYTHING }, KNOWN)).toEqual([]);
  });
});

describe('the keys that it would hit', () => {
  const narrowing = { before: opened('a', 'b'), after: opened() };

  it('are those that used what goes and no other role of theirs allows, latest used first', () => {
    const uses = [use(1, 'b', 10), use(1, 'a', 10), use(2, 'a', 30), use(3, 'c', 40), use(4, 'a')];
    const rest = ({ keyId }: { keyId: number }) => (keyId === 2 ? opened('b') : opened());

    expect(hitKeys(narrowing, uses, rest)).toEqual([
      { keyId: 2, lastUsedAt: 30, actions: ['a'] },
      { keyId: 1, lastUsedAt: 10, actions: ['a', 'b'] },
      { keyId: 4, lastUsedAt: 0, actions: ['a'] },
    ]);
  });

  it('are none that hold another role which allows the same, or everything', () => {
    expect(hitKeys(narrowing, [use(1, 'a')], () => opened('a'))).toEqual([]);
    expect(hitKeys(narrowing, [use(1, 'a')], () => EVERYTHING)).toEqual([]);
  });

  it('are also those that used, by full access, what no route of today names', () => {
    const narrower = { before: EVERYTHING, after: opened('a') };

    expect(hitKeys(narrower, [use(1, 'gone'), use(2, 'a')], () => opened())).toMatchObject([
      { keyId: 1, actions: ['gone'] },
    ]);
  });
});
