import {
  type Consequences,
  consequencesOf,
  mayNarrow,
  mustAsk,
} from '../../admin/src/pages/roles/role-consequences';
import { roleFormOf, type RoleFormValues } from '../../admin/src/pages/roles/role-form-values';
import type { Role, RoleImpact } from '../../contracts';
import { aRole } from './role.fixture';

const impactOn = (hitCount: number, keyCount = 4): RoleImpact => ({
  removed: ['a'],
  keyCount,
  hitCount,
  keys: [],
});

const becoming = (role: Role, changes: Partial<RoleFormValues>) => ({
  ...roleFormOf(role),
  ...changes,
});

describe('whether a role may end up with less', () => {
  const custom = aRole({ permissions: ['a', 'b'] });
  const drafting = aRole({ drafts: true });
  const all = aRole({ kind: 'full-access', permissions: [] });

  it.each<[string, boolean, Role, Partial<RoleFormValues>]>([
    ['another name', false, custom, { name: 'Other' }],
    ['one action more', false, custom, { permissions: ['a', 'b', 'c'] }],
    ['one action less', true, custom, { permissions: ['a'] }],
    ['one action for another', true, custom, { permissions: ['a', 'c'] }],
    ['custom to read only', true, custom, { kind: 'read-only' }],
    ['custom to full access', false, custom, { kind: 'full-access' }],
    ['full access to custom', true, all, { kind: 'custom', permissions: ['a'] }],
    ['drafts no more', true, drafting, { drafts: false }],
    ['drafts no more, but full access', true, drafting, { drafts: false, kind: 'full-access' }],
    ['drafts from now on', false, custom, { drafts: true }],
  ])('%s: %s', (_, expected, role, changes) => {
    expect(mayNarrow(role, becoming(role, changes))).toBe(expected);
  });
});

describe('what has to be confirmed', () => {
  const asked = (role: Role, changes: Partial<RoleFormValues>, impact: RoleImpact | null) => {
    const found: Consequences = consequencesOf(role, becoming(role, changes), impact);
    return { ...found, mustAsk: mustAsk(found) };
  };

  it('nothing, where no key used what is removed', () => {
    expect(asked(aRole(), { permissions: [] }, impactOn(0))).toMatchObject({
      hit: null,
      mustAsk: false,
    });
  });

  it('that keys lose what they used', () => {
    expect(asked(aRole(), { permissions: [] }, impactOn(3))).toMatchObject({
      hit: { hitCount: 3 },
      mustAsk: true,
    });
  });

  it('that keys may not ask for drafts any more, as many as hold the role by now', () => {
    expect(asked(aRole({ drafts: true }), { drafts: false }, impactOn(0, 5))).toMatchObject({
      losingDrafts: 5,
      mustAsk: true,
    });
  });

  it('nothing about drafts, where no key holds the role', () => {
    expect(asked(aRole({ drafts: true }), { drafts: false }, impactOn(0, 0))).toMatchObject({
      mustAsk: false,
    });
  });

  it('that everything is opened, even to no key yet', () => {
    expect(asked(aRole({ keyCount: 0 }), { kind: 'full-access' }, null)).toMatchObject({
      opensEverything: true,
      mustAsk: true,
    });
  });

  it('nothing, where a role opened everything before', () => {
    const all = aRole({ kind: 'full-access', permissions: [] });

    expect(asked(all, { name: 'Other' }, null)).toMatchObject({ mustAsk: false });
  });
});
