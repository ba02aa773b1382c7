import {
  forgetNoted,
  mergePermissionUses,
  noteUses,
  type PendingPermissionUses,
  sortedPermissionUses,
} from '../../server/src/domain/permission-uses';
import { addressSlot } from '../../server/src/domain/storable';

const TODAY = '2026-11-21';
const TOMORROW = '2026-11-22';

const none = (): PendingPermissionUses => new Map();

describe('uses of permissions', () => {
  it('are written once a day for each key and action, however many requests there are', () => {
    const noted = new Map<string, string>();
    const first = none();
    for (let i = 0; i < 100; i += 1) noteUses(first, noted, 1, ['a', 'b'], TODAY);
    const later = none();
    noteUses(later, noted, 1, ['a'], TODAY);
    noteUses(later, noted, 11, ['a'], TODAY);
    const next = none();
    noteUses(next, noted, 1, ['a'], TOMORROW);

    expect([...first.values()]).toHaveLength(2);
    expect([...later.values()]).toEqual([{ keyId: 11, action: 'a', day: TODAY }]);
    expect([...next.values()]).toEqual([{ keyId: 1, action: 'a', day: TOMORROW }]);
  });

  it('of a batch that was not written go back, beneath a later day', () => {
    const batch = none();
    noteUses(batch, new Map(), 1, ['a', 'b'], TODAY);
    const since = none();
    noteUses(since, new Map(), 1, ['a'], TOMORROW);
    mergePermissionUses(since, batch);

    expect(sortedPermissionUses(since)).toEqual([
      { keyId: 1, action: 'a', day: TOMORROW },
      { keyId: 1, action: 'b', day: TODAY },
    ]);
  });

  it('of a batch that was lost are noted again', () => {
    const noted = new Map<string, string>();
    const lost = none();
    noteUses(lost, noted, 1, ['a'], TODAY);
    forgetNoted(noted, lost);
    const again = none();
    noteUses(again, noted, 1, ['a'], TODAY);

    expect(again.size).toBe(1);
  });

  it('hold no action that would not fit its column', () => {
    const pending = none();
    noteUses(pending, new Map(), 1, ['x'.repeat(300)], TODAY);

    expect([...pending.values()].map(({ action }) => action.length)).toEqual([255]);
  });
});

describe('an address', () => {
  it('is kept as it is, unless it is longer than any address', () => {
    expect(addressSlot('2001:db8::1')).toBe('2001:db8::1');
    expect(addressSlot('x'.repeat(65))).toBeNull();
    expect(addressSlot(null)).toBeNull();
  });
});
