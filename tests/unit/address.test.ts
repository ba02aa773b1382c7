import { addressOf } from '../../server/src/domain/address';
import { isAddressAllowed } from '../../server/src/domain/networks';

describe('the address of a request', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['192.0.2.7:443', '192.0.2.7'],
    ['[2001:db8::7]:443', '2001:db8::7'],
    ['[2001:db8::7]', '2001:db8::7'],
    ['2001:db8::7', '2001:db8::7'],
    ['::ffff:192.0.2.7', '::ffff:192.0.2.7'],
    ['fe80::7%eth0', 'fe80::7%eth0'],
    ['', null],
    ['unknown', null],
    ['192.0.2.7:', null],
    ['192.0.2.7:443:443', null],
    ['192.0.2.777:443', null],
    ['192.0.2.7:443, 10.0.0.1', null],
    ['[192.0.2.7', null],
    ['[]:443', null],
    ['2001:db8::7]:443', null],
    ['for=192.0.2.7', null],
  ])('of %j is %s', (told, address) => {
    expect(addressOf(told)).toBe(address);
  });

  it('is held against networks without its port', () => {
    expect(isAddressAllowed(['192.0.2.0/24'], addressOf('192.0.2.7:443'))).toBe(true);
    expect(isAddressAllowed(['2001:db8::/32'], addressOf('[2001:db9::7]:443'))).toBe(false);
  });
});
