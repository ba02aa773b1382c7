import { badNetwork, networksOf, networksTextOf } from '../../admin/src/pages/keys/networks-text';

describe('networks in the form', () => {
  it('are one a line, or parted by commas and blanks', () => {
    expect(networksOf(' 192.0.2.1\n\n2001:db8::/32, 10.0.0.0/8;::1 ')).toEqual([
      '192.0.2.1',
      '2001:db8::/32',
      '10.0.0.0/8',
      '::1',
    ]);
    expect(networksOf('\n ')).toEqual([]);
  });

  it('come back as they were stored', () => {
    const stored = ['192.0.2.0/24', '2001:db8::7'];

    expect(networksOf(networksTextOf(stored))).toEqual(stored);
  });

  it.each([
    ['', undefined],
    ['192.0.2.1\n2001:db8::/32', undefined],
    ['192.0.2.1\n192.0.2.300', '192.0.2.300'],
    ['10.0.0.0/33', '10.0.0.0/33'],
    ['example.com\nfoo', 'example.com'],
  ])('of %j, the first that is none is %s', (text, expected) => {
    expect(badNetwork(text)).toBe(expected);
  });
});
