import {
  droppedActions,
  freeRole,
  goesByStrapiToken,
  isStrapiToken,
  keyNamesOfToken,
  NO_SECRET,
  opensTheSame,
  roleOfToken,
} from '../../server/src/domain/strapi-token';
import { secretsUnder } from '../../server/src/services/secrets';

const FIND = 'api::article.article.find';
const FIND_ONE = 'api::article.article.findOne';
const CREATE = 'api::article.article.create';
const GRANTABLE = [FIND, FIND_ONE, CREATE];

describe("one of Strapi's own API tokens", () => {
  it('is told by its shape: 128 bytes in small hexadecimal digits', () => {
    expect(isStrapiToken('0a'.repeat(128))).toBe(true);
    for (const other of ['0a'.repeat(127), '0A'.repeat(128), `${'0a'.repeat(128)}0`, ''])
      expect(isStrapiToken(other)).toBe(false);
  });

  it('stands in a credential that no secret can match', () => {
    const secrets = secretsUnder('a server secret of some length');
    for (const secret of ['', 'x', 'x'.repeat(43)]) {
      expect(secrets.tagMatches(NO_SECRET.secretTag, secret)).toBe(false);
      expect(secrets.macMatches(NO_SECRET.mac, secret)).toBe(false);
    }
    expect(NO_SECRET.macKeyId).not.toBe(secrets.keyId);
    expect(goesByStrapiToken(NO_SECRET)).toBe(true);
    expect(goesByStrapiToken({ secretHash: '$argon2id$v=19$' })).toBe(false);
  });
});

describe('the API role of a token', () => {
  it('opens what the token opens, drafts included', () => {
    expect(roleOfToken({ name: 'A', type: 'full-access', actions: [] }, GRANTABLE)).toMatchObject({
      kind: 'full-access',
      permissions: [],
      drafts: true,
    });
    expect(roleOfToken({ name: 'A', type: 'read-only', actions: [] }, GRANTABLE)).toMatchObject({
      kind: 'custom',
      permissions: [FIND, FIND_ONE],
      drafts: true,
    });
    const kiosk = {
      name: 'Kiosk',
      type: 'custom',
      actions: [CREATE, 'api::gone.gone.find'],
    } as const;
    expect(roleOfToken(kiosk, GRANTABLE)).toEqual({
      code: 'strapi-kiosk',
      name: 'Strapi Kiosk',
      kind: 'custom',
      permissions: [CREATE],
      drafts: true,
    });
    expect(droppedActions(kiosk, GRANTABLE)).toEqual(['api::gone.gone.find']);
  });

  it('is none where it opens nothing', () => {
    expect(roleOfToken({ name: 'A', type: 'custom', actions: ['gone'] }, GRANTABLE)).toBeNull();
  });

  it('is another only where kind, drafts or actions differ', () => {
    const role = { kind: 'custom', permissions: [FIND, CREATE], drafts: true } as const;
    expect(opensTheSame(role, { ...role, permissions: [CREATE, FIND] })).toBe(true);
    expect(opensTheSame(role, { ...role, permissions: [FIND] })).toBe(false);
    expect(opensTheSame(role, { ...role, permissions: [FIND, FIND_ONE] })).toBe(false);
    expect(opensTheSame(role, { ...role, drafts: false })).toBe(false);
    expect(opensTheSame(role, { ...role, kind: 'read-only' })).toBe(false);
  });

  it('takes no name and no code that another has', () => {
    const role = roleOfToken({ name: 'Kiosk', type: 'custom', actions: [FIND] }, GRANTABLE);
    if (role === null) throw new Error('There is a role.');
    const others = [
      { name: 'STRAPI KIOSK', code: 'one' },
      { name: 'Other', code: 'strapi-kiosk' },
    ];
    expect(freeRole(role, others)).toMatchObject({
      name: 'Strapi Kiosk 2',
      code: 'strapi-kiosk-2',
    });
  });
});

describe('the Access Names that a token’s key may have', () => {
  it('begin with its own, cut to what a name may be', () => {
    expect(keyNamesOfToken('Kiosk').slice(0, 3)).toEqual(['Kiosk', 'Kiosk 2', 'Kiosk 3']);
    const [first, second] = keyNamesOfToken('x'.repeat(200));
    expect([first?.length, second?.length]).toEqual([100, 100]);
    expect(keyNamesOfToken('a\nb')[0]).toBe('a b');
    expect(keyNamesOfToken('\u200b')[0]).toBe('Strapi API token');
  });
});
