import { editBetween, firstOf, setDifference, type Facts } from '../../server/src/domain/changes';

const facts = (told: Facts['told'], named: Facts['named'] = {}): Facts => ({ told, named });

describe('what an edit changed', () => {
  it('is told with what it was before and after, in an order that says nothing', () => {
    const before = facts({ roles: ['b', 'a'], tags: ['x'], name: ['n'] });
    const after = facts({ roles: ['a', 'b'], tags: ['y', 'x'], name: ['n'] });
    expect(editBetween(before, after)).toEqual({
      fields: ['tags'],
      changes: [{ field: 'tags', before: ['x'], after: ['x', 'y'] }],
    });
  });

  it('is told by name alone where its values are nobody’s business', () => {
    const before = facts({}, { description: null, technicalOwner: { emails: ['a@example.com'] } });
    const after = facts({}, { description: null, technicalOwner: { emails: ['b@example.com'] } });
    expect(editBetween(before, after)).toEqual({ fields: ['technicalOwner'], changes: [] });
  });

  it('is nothing where nothing is different', () => {
    const same = facts({ roles: [], author: ['Ada'] }, { description: 'x' });
    expect(editBetween(same, same)).toEqual({ fields: [], changes: [] });
  });

  it('of a new thing is all that it began with', () => {
    expect(firstOf(facts({ roles: ['r'], tags: [] }, { description: 'x' }))).toEqual([
      { field: 'roles', before: [], after: ['r'] },
    ]);
  });
});

it('the difference of two sets tells what came and what went', () => {
  expect(setDifference(['a', 'b'], ['c', 'b', 'c'])).toEqual({ added: ['c'], removed: ['a'] });
});
