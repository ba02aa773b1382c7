import { type IssuedKey } from '../../contracts';
import { makeKeyWith, revoke, serviceOf } from '../support/consumers';
import { startTokenHolders } from '../support/personal-tokens';

let app: Awaited<ReturnType<typeof startTokenHolders>>;
let key: IssuedKey;
let personal: string;

beforeAll(async () => {
  app = await startTokenHolders();
  await app.open();
  key = await makeKeyWith(app.strapi);
  personal = (await app.create(await app.makeHolder('Holder'))).token;
});

afterAll(async () => {
  await app.stop();
});

const verify = (token: string) => serviceOf(app.strapi, 'keys').verify(token);
const outcomeOf = async (token: string) => {
  const verification = await verify(token);
  return verification.outcome === 'granted' ? 'granted' : verification.refusal.code;
};

class Undone extends Error {}

/** Does something within a transaction of the app's, and takes it back. */
const andUndo = async <T>(work: () => Promise<T>): Promise<T> => {
  let result: T | undefined;
  const undone = app.strapi.db.transaction(async () => {
    result = await work();
    throw new Undone();
  });
  await expect(undone).rejects.toThrow(Undone);
  return result as T;
};

describe('a token that the app’s code verifies within a transaction of its own', () => {
  it('is told as outside, a key and a personal token alike', async () => {
    for (const token of [key.token, personal]) {
      const outside = await verify(token);
      const inside = await app.strapi.db.transaction(() => verify(token));

      expect(outside.outcome).toBe('granted');
      expect(JSON.stringify(inside)).toBe(JSON.stringify(outside));
    }
  });

  it('is judged by what the transaction has done, for as long as that holds', async () => {
    const within = await andUndo(async () => {
      await revoke(app.strapi, key);
      return outcomeOf(key.token);
    });

    expect(within).toBe('revoked_token');
    expect(await outcomeOf(key.token)).toBe('granted');
  });

  it('meets API roles of the transaction, which others are not judged by', async () => {
    const { token, role } = await makeKeyWith(app.strapi);
    const rolesOf = async () => {
      const verification = await verify(token);
      return verification.outcome === 'granted' ? [...verification.grants.actions] : [];
    };
    const before = await rolesOf();

    const inside = await andUndo(async () => {
      await serviceOf(app.strapi, 'roles').update(role.id, {
        permissions: [],
        revision: role.revision,
      });
      return rolesOf();
    });

    expect(inside).toEqual([]);
    expect(before).toHaveLength(1);
    expect(await rolesOf()).toEqual(before);
  });
});
