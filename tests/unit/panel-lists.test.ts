import { listKeysQuery } from '../../contracts';
import { pagesAround } from '../../admin/src/components/pages-around';
import { readQuery, writeQuery } from '../../admin/src/hooks/list-query';
import {
  allowedQuery,
  filterOf,
  isFiltering,
  NO_FILTER,
} from '../../admin/src/pages/keys/list-filter';

const read = (text: string) => readQuery(listKeysQuery, new URLSearchParams(text));
const write = (text: string, patch: Parameters<typeof writeQuery>[1]) =>
  writeQuery(new URLSearchParams(text), patch).toString();

describe('the pages that are offered below a list', () => {
  test('are all of them while they are few', () => {
    expect(pagesAround(1, 1)).toEqual([1]);
    expect(pagesAround(2, 4)).toEqual([1, 2, 3, 4]);
  });

  test('are the ends and the neighbours, with gaps between', () => {
    expect(pagesAround(10, 20)).toEqual([1, 'before', 9, 10, 11, 'after', 20]);
    expect(pagesAround(1, 20)).toEqual([1, 2, 'after', 20]);
    expect(pagesAround(20, 20)).toEqual([1, 'before', 19, 20]);
  });

  test('name a page in place of a gap of one', () => {
    expect(pagesAround(4, 20)).toEqual([1, 2, 3, 4, 5, 'after', 20]);
  });

  test('begin and end with the first and the last, and hold the present one, wherever one is', () => {
    for (let page = 1; page <= 30; page += 1) {
      const pages = pagesAround(page, 30);
      expect([pages[0], pages.at(-1), pages.includes(page)]).toEqual([1, 30, true]);
      expect(new Set(pages).size).toBe(pages.length);
    }
  });
});

describe('the list that a URL asks for', () => {
  test('has several values of a filter, and one as well', () => {
    expect(read('tags=a&tags=b&status=expired')).toMatchObject({
      tags: ['a', 'b'],
      status: ['expired'],
    });
  });

  test('begins at the first page, the newest key first', () => {
    expect(read('')).toEqual({ page: 1, pageSize: 10, sort: 'createdAt:desc' });
  });

  test('leaves out what is unknown or refused, and keeps the rest', () => {
    const text = 'page=nothing&sort=secret:asc&status=asleep&who=me&search=prod&quick=never-used';

    expect(read(text)).toEqual({
      page: 1,
      pageSize: 10,
      sort: 'createdAt:desc',
      search: 'prod',
      quick: 'never-used',
    });
  });

  test('is another first page when its order or a filter changes', () => {
    expect(write('page=7&search=prod', { sort: 'name:asc' })).toBe('search=prod&sort=name%3Aasc');
    expect(write('page=7', { page: 8 })).toBe('page=8');
  });

  test('loses a filter without values', () => {
    expect(write('tags=a&tags=b&search=x', { tags: [], search: '' })).toBe('');
    expect(write('tags=a&status=expired&quick=no-expiry&search=x', NO_FILTER)).toBe('');
  });
});

describe('the filter of a list of keys', () => {
  test('leaves page and order out', () => {
    expect(filterOf(read('page=3&sort=name:asc&search=prod&tags=a'))).toEqual({
      search: 'prod',
      tags: ['a'],
    });
  });

  test('filters as soon as one value is asked for', () => {
    expect(isFiltering(filterOf(read('page=3&sort=name:asc')))).toBe(false);
    expect(isFiltering(filterOf(read('quick=no-author')))).toBe(true);
    expect(isFiltering(filterOf(read('issuedBy=Ada')))).toBe(true);
  });

  test('asks for no API role in the name of one who cannot see them', () => {
    const query = read('roles=a&quick=full-access&tags=b');

    expect(allowedQuery(query, () => true)).toEqual(query);
    expect(filterOf(allowedQuery(query, () => false))).toEqual({ tags: ['b'] });
    expect(allowedQuery(read('quick=never-used'), () => false).quick).toBe('never-used');
  });
});
