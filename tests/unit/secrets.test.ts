import { secretsUnder } from '../../server/src/services/secrets';

const SECRET = 'A'.repeat(43);

describe('the fast check of a secret', () => {
  const secrets = secretsUnder('server secret');
  const mac = secrets.mac(SECRET);

  it('knows a secret by its mac, under the same server secret alone', () => {
    expect(secrets.macMatches(mac, SECRET)).toBe(true);
    expect(secrets.macMatches(mac, `${SECRET.slice(1)}B`)).toBe(false);
    expect(secretsUnder('another').macMatches(mac, SECRET)).toBe(false);
    expect(secretsUnder('another').keyId).not.toBe(secrets.keyId);
  });

  it.each([
    ['nothing', ''],
    ['a part of it', mac.slice(0, -2)],
    ['more than it', `${mac}AA`],
    ['what is no base64url', '*'.repeat(43)],
    ['the secret itself', SECRET],
  ])('takes %s for no mac', (_, stored) => {
    expect(secrets.macMatches(stored, SECRET)).toBe(false);
  });

  it('knows a secret by its tag of four bytes', () => {
    const tag = secrets.tag(SECRET);

    expect(tag).toMatch(/^[0-9a-f]{8}$/);
    expect(secrets.tagMatches(tag, SECRET)).toBe(true);
    expect(secrets.tagMatches(tag, `${SECRET}A`)).toBe(false);
  });
});
