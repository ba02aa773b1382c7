import { mailAddress } from '../../server/src/domain/mail-address';

const ofLength = (length: number) => `${'a'.repeat(length - '@example.com'.length)}@example.com`;

describe('an address that mails can go to', () => {
  it('is trimmed', () => {
    expect(mailAddress(' ada@example.com ')).toBe('ada@example.com');
  });

  it.each([null, undefined, '', ' '])('is none where the account has %j', (email) => {
    expect(mailAddress(email)).toBeNull();
  });

  it('has 254 characters at most', () => {
    expect(mailAddress(ofLength(254))).toBe(ofLength(254));
    expect(mailAddress(ofLength(255))).toBeNull();
  });
});
