import fc from 'fast-check';
import { fromRoleSet, toRoleSet, withoutRole } from '../../server/src/domain/role-set';

const ids = fc.array(fc.integer({ min: 1, max: 2_147_483_647 }), { maxLength: 50 });

describe('the roles of a key in one text', () => {
  it.each([
    [[], ''],
    [[3], '3'],
    [[17, 3], '3,17'],
    [[10, 9, 100], '9,10,100'],
    [[2, 2, 1], '1,2'],
  ])('%j is %j', (roles, set) => {
    expect(toRoleSet(roles)).toBe(set);
  });

  it('is the same for the same roles in any order, and reads back', () => {
    fc.assert(
      fc.property(ids, (roles) => {
        expect(toRoleSet([...roles].reverse())).toBe(toRoleSet(roles));
        expect(new Set(fromRoleSet(toRoleSet(roles)))).toEqual(new Set(roles));
      }),
    );
  });

  it('loses one role and no other', () => {
    fc.assert(
      fc.property(ids, fc.integer({ min: 1, max: 50 }), (roles, gone) => {
        const rest = fromRoleSet(withoutRole(toRoleSet(roles), gone));
        expect(new Set(rest)).toEqual(new Set(roles.filter((id) => id !== gone)));
      }),
    );
    expect(withoutRole('1,11,111', 1)).toBe('11,111');
    expect(withoutRole('1', 1)).toBe('');
    expect(withoutRole('', 1)).toBe('');
  });

  it('fits its column with as many roles as a form may send', () => {
    const largest = Array.from({ length: 50 }, (_, at) => 2_147_483_647 - at);

    expect(toRoleSet(largest).length).toBeLessThanOrEqual(700);
  });
});
