import fc from 'fast-check';
import { ROLE_KINDS } from '../../contracts';
import {
  holdsRoles,
  boundByOwner,
  missingActions,
  sumOfGrants,
  type RoleGrant,
} from '../../server/src/domain/grants';

const FIND = 'api::article.article.find';
const CREATE = 'api::article.article.create';
const GONE = 'api::removed.removed.find';
const KNOWN = [
  { action: FIND, readOnly: true },
  { action: CREATE, readOnly: false },
];
const role = (changes: Partial<RoleGrant>): RoleGrant => ({
  code: 'r',
  name: 'R',
  kind: 'custom',
  permissions: [],
  drafts: false,
  ...changes,
});

describe('what a key may do', () => {
  it('is nothing without roles', () => {
    const grants = sumOfGrants([], KNOWN);

    expect(grants).toEqual({ full: false, actions: new Set(), drafts: false, roles: [] });
    expect(missingActions(grants, [FIND, CREATE])).toEqual([FIND, CREATE]);
  });

  it('is what a custom role names, as far as it exists', () => {
    const grants = sumOfGrants([role({ permissions: [CREATE, GONE] })], KNOWN);

    expect(grants.actions).toEqual(new Set([CREATE]));
    expect(missingActions(grants, [FIND])).toEqual([FIND]);
    expect(missingActions(grants, [GONE])).toEqual([GONE]);
    expect(missingActions(grants, [FIND, CREATE])).toEqual([FIND]);
    expect(missingActions(grants, [CREATE])).toEqual([]);
  });

  it('is what reads, with a read-only role, whatever that role names', () => {
    const grants = sumOfGrants([role({ kind: 'read-only', permissions: [CREATE] })], KNOWN);

    expect(grants.actions).toEqual(new Set([FIND]));
    expect(missingActions(grants, [CREATE])).toEqual([CREATE]);
  });

  it('is everything with a full-access role', () => {
    const grants = sumOfGrants([role({ kind: 'full-access' })], KNOWN);

    expect(grants.full).toBe(true);
    expect(missingActions(grants, [FIND, CREATE, GONE])).toEqual([]);
  });

  it('is never to manage keys, not even with a full-access role', () => {
    const own = 'plugin::api-access.personal-tokens.create';

    expect(missingActions(sumOfGrants([role({ kind: 'full-access' })], KNOWN), [own])).toEqual([
      own,
    ]);
  });

  it.each([
    ['a full-access role', role({ kind: 'full-access' })],
    ['a role that names both', role({ permissions: [FIND, CREATE] })],
  ])('is no more than the owner of the token may, with %s', (_, held) => {
    const bound = boundByOwner(sumOfGrants([held], KNOWN), new Set([FIND, GONE]), KNOWN);

    expect(missingActions(bound, [FIND, CREATE, GONE])).toEqual([CREATE, GONE]);
  });

  it('is no more than its roles open, however much its owner may', () => {
    const grants = sumOfGrants([role({ permissions: [FIND] })], KNOWN);

    expect(boundByOwner(grants, new Set([FIND, CREATE]), KNOWN).actions).toEqual(new Set([FIND]));
  });

  it('adds up over roles, drafts included', () => {
    const grants = sumOfGrants(
      [
        role({ code: 'a', permissions: [CREATE] }),
        role({ code: 'b', kind: 'read-only', drafts: true }),
      ],
      KNOWN,
    );

    expect(grants.actions).toEqual(new Set([FIND, CREATE]));
    expect(grants.drafts).toBe(true);
    expect(grants.roles.map(({ code }) => code)).toEqual(['a', 'b']);
    expect(missingActions(grants, [])).toEqual([]);
  });

  it('never allows drafts with full access alone', () => {
    expect(sumOfGrants([role({ kind: 'full-access' })], KNOWN).drafts).toBe(false);
  });

  it('only grows with another role', () => {
    const anyRole = fc.record({
      code: fc.constant('r'),
      name: fc.constant('R'),
      kind: fc.constantFrom(...ROLE_KINDS),
      permissions: fc.subarray([FIND, CREATE, GONE]),
      drafts: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyRole), anyRole, (roles, more) => {
        const scope = [FIND, CREATE];
        const before = missingActions(sumOfGrants(roles, KNOWN), scope);
        const after = missingActions(sumOfGrants([...roles, more], KNOWN), scope);
        expect(before).toEqual(expect.arrayContaining(after));
      }),
    );
  });
});

describe('a policy that asks for roles', () => {
  it.each<[string[], string[], 'any' | 'all', boolean]>([
    [['a'], ['a', 'b'], 'any', true],
    [['a'], ['a', 'b'], 'all', false],
    [['b', 'a', 'c'], ['a', 'b'], 'all', true],
    [['c'], ['a', 'b'], 'any', false],
    [[], ['a'], 'any', false],
    [[], ['a'], 'all', false],
    [['ab'], ['a'], 'any', false],
  ])('given %j, wanting %j (%s): %s', (held, wanted, mode, allowed) => {
    expect(holdsRoles(held, wanted, mode)).toBe(allowed);
  });
});
