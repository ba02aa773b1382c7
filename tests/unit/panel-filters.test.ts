import {
  activeFilters,
  type ChoiceField,
  dayOfInstant,
  type DayField,
  instantOfDay,
  matching,
  toggled,
} from '../../admin/src/components/filters/filter-fields';

const tags: ChoiceField = {
  kind: 'choices',
  name: 'tags',
  label: 'Tag',
  options: [
    { value: 'a', label: 'Production' },
    { value: 'b', label: 'Écoles' },
  ],
  chosen: ['b', 'a'],
};
const from: DayField = { kind: 'day', name: 'from', label: 'From', edge: 'start', chosen: [] };

describe('the filters of a list', () => {
  test('are each value that is asked for', () => {
    expect(activeFilters([from, tags]).map(({ field, value }) => [field.name, value])).toEqual([
      ['tags', 'b'],
      ['tags', 'a'],
    ]);
  });

  test('gain and lose a value as one ticks and unticks it', () => {
    expect(toggled(['a'], 'b', true)).toEqual(['a', 'b']);
    expect(toggled(['a', 'b'], 'b', true)).toEqual(['a', 'b']);
    expect(toggled(['a', 'b'], 'a', false)).toEqual(['b']);
  });

  test('are found by a part of their name in any case', () => {
    expect(matching(tags.options, ' PROD ').map(({ value }) => value)).toEqual(['a']);
    expect(matching(tags.options, 'éc').map(({ value }) => value)).toEqual(['b']);
    expect(matching(tags.options, '')).toHaveLength(2);
    expect(matching(tags.options, 'none')).toEqual([]);
  });

  test('hold the first and the last instant of a day, and name that day again', () => {
    const start = instantOfDay('2026-03-29', 'start');
    const end = instantOfDay('2026-03-29', 'end');

    expect(new Date(start ?? '').getHours()).toBe(0);
    expect(new Date(end ?? '').getHours()).toBe(23);
    expect([dayOfInstant(start ?? ''), dayOfInstant(end ?? '')]).toEqual([
      '2026-03-29',
      '2026-03-29',
    ]);
  });

  test('hold no instant where a day is empty or none', () => {
    expect([instantOfDay('', 'start'), instantOfDay('soon', 'end')]).toEqual([null, null]);
    expect([dayOfInstant(undefined), dayOfInstant('soon')]).toEqual(['', '']);
  });
});
