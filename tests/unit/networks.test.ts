import fc from 'fast-check';
import { createKeyBody } from '../../contracts';
import { isAddressAllowed } from '../../server/src/domain/networks';

describe('a key that is held to networks', () => {
  it.each([
    ['no networks at all', [], '192.0.2.7', true],
    ['no networks and no address', [], null, true],
    ['the very address', ['192.0.2.7'], '192.0.2.7', true],
    ['its neighbour', ['192.0.2.7'], '192.0.2.8', false],
    ['the first of a network', ['192.0.2.0/24'], '192.0.2.0', true],
    ['the last of a network', ['192.0.2.0/24'], '192.0.2.255', true],
    ['just beyond a network', ['192.0.2.0/24'], '192.0.3.0', false],
    ['everything', ['0.0.0.0/0'], '203.0.113.9', true],
    ['the second of two networks', ['10.0.0.0/8', '192.0.2.0/24'], '192.0.2.9', true],
    ['an IPv6 network', ['2001:db8::/32'], '2001:db8:1::1', true],
    ['beyond an IPv6 network', ['2001:db8::/32'], '2001:db9::1', false],
    ['another spelling of an IPv6 address', ['2001:db8::1'], '2001:0db8:0:0:0:0:0:1', true],
    ['IPv4 as a dual-stack socket tells it', ['192.0.2.0/24'], '::ffff:192.0.2.7', true],
    ['the same in hexadecimal', ['192.0.2.0/24'], '::ffff:c000:207', true],
    [
      'IPv4 against an IPv6 network of mapped addresses',
      ['::ffff:192.0.2.0/120'],
      '192.0.2.7',
      true,
    ],
    ['IPv4 that is only embedded', ['192.0.2.0/24'], '::192.0.2.7', false],
    ['a link-local address with its zone', ['fe80::/10'], 'fe80::7%eth0', true],
    ['another with a zone', ['fe80::7'], 'fe80::8%eth0', false],
    ['the same beyond the network', ['192.0.2.0/24'], '::ffff:192.0.3.7', false],
    ['IPv6 against IPv4 networks', ['0.0.0.0/0'], '2001:db8::1', false],
    ['an unknown address', ['0.0.0.0/0'], null, false],
    ['an empty address', ['0.0.0.0/0'], '', false],
    ['an address that cannot be read', ['0.0.0.0/0'], 'localhost', false],
    ['an address with a port', ['0.0.0.0/0'], '192.0.2.7:443', false],
  ])('asked from %s', (_, networks, address, allowed) => {
    expect(isAddressAllowed(networks, address)).toBe(allowed);
  });

  it('can be asked about any network that a form accepts, from any address', () => {
    const network = fc.oneof(
      fc.ipV4(),
      fc.ipV6(),
      fc.tuple(fc.ipV4(), fc.integer({ min: 0, max: 40 })).map(([base, n]) => `${base}/${n}`),
      fc.tuple(fc.ipV6(), fc.integer({ min: 0, max: 140 })).map(([base, n]) => `${base}/${n}`),
      fc.constantFrom('fe80::1%eth0', '::ffff:192.0.2.0/120', '192.0.2.0/024', '192.0.2.0/', '/8'),
    );
    fc.assert(
      fc.property(network, fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()), (candidate, address) => {
        fc.pre(createKeyBody.safeParse({ name: 'a', networks: [candidate] }).success);
        expect(typeof isAddressAllowed([candidate], address)).toBe('boolean');
      }),
      { numRuns: 1_000 },
    );
  });
});
