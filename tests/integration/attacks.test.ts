import {
  ADMIN_ACTIONS,
  actionUid,
  bulkEndpoints,
  errorBody,
  isAdminAction,
  keyEndpoints,
  myTokenEndpoints,
  settingsEndpoints,
} from '../../contracts';
import { answerOf, changingNothing, refusalOf } from '../support/admin-api';
import { createAdmin, createAdminRole, createAdminWith } from '../support/admins';
import { apiKey, bearer, makeKey, send as consume } from '../support/consumers';
import { documentedRoutes } from '../support/permission-table';
import { startTokenHolders, type Holder, type TokenHolders } from '../support/personal-tokens';
import { requestTo, sendPrepared, type Things } from '../support/route-requests';
import { saveRules } from '../support/rules';

let app: TokenHolders;
/** May do everything but read keys. */
let mallory: Holder;
let victim: Holder;

beforeAll(async () => {
  app = await startTokenHolders();
  await app.open();
  victim = await app.makeHolder('Vera');
  mallory = await createAdminWith(app, {
    name: 'Mallory',
    actions: Object.keys(ADMIN_ACTIONS)
      .filter(isAdminAction)
      .filter((action) => action !== 'read')
      .map(actionUid),
  });
});

afterAll(async () => {
  await app.stop();
});

/** For requests that are all about one entry, whatever they ask for. */
const onlyThing = (id: string): Things => ({
  idOf: () => Promise.resolve(id),
  newId: () => Promise.resolve(id),
  revisionOf: () => Promise.resolve(0),
});

const TOMORROW = new Date(Date.now() + 86_400_000).toISOString();

/** What somebody would like to decide for themselves, each with a value that would be worth it. */
const FORGED: Record<string, unknown> = {
  owner: { kind: 'admin', id: 'abcdefghijklmnopqrstuvwx', name: 'Ada Admin' },
  ownerKind: 'admin',
  ownerId: 'abcdefghijklmnopqrstuvwx',
  author: 'abcdefghijklmnopqrstuvwx',
  createdBy: 1,
  createdByName: 'Ada Admin',
  status: 'active',
  type: 'api-key',
  accessId: 'AAAAAAAAAAAA',
  hash: '$argon2id$v=19$m=19456,t=2,p=1$AAAA$AAAA',
  secretHash: '$argon2id$v=19$m=19456,t=2,p=1$AAAA$AAAA',
  mac: 'A'.repeat(43),
  token: `sak_AAAAAAAAAAAA_${'A'.repeat(49)}`,
  usage: { allowed: 0, denied: 0, lastUsedAt: null, lastAddress: null },
  usageCount: 0,
  lastUsedAt: null,
  revokedAt: null,
  issuedAt: TOMORROW,
  networks: [],
  rateLimit: null,
};

const invalid = (field: string) => ({
  status: 400,
  code: 'invalid_input',
  fields: [`${field}: invalid_input`],
});

describe('who sends more than is asked for', () => {
  it.each(Object.entries(FORGED))('gets no personal token of a chosen %s', async (field, value) => {
    const { data } = await app.create(mallory);
    const { id } = data;
    const answers = await changingNothing(app.strapi, async () => [
      await app.refusedCreate(mallory, { [field]: value }),
      await app.refusedRegenerate(mallory, id, { [field]: value }),
    ]);

    expect(answers).toMatchObject([invalid(field), invalid(field)]);
    await answerOf(mallory.agent, myTokenEndpoints.delete, { id });
  });

  it.each(Object.entries(FORGED))(
    'chooses no %s with a new secret for a key, nor by revoking it',
    async (field, value) => {
      const { id } = (await makeKey(app.strapi)).data;
      const body = { revision: 0, [field]: value };
      const answers = await changingNothing(app.strapi, async () => [
        await refusalOf(app.admin, keyEndpoints.regenerate, {
          id,
          body: { ...body, expiresAt: TOMORROW },
        }),
        await refusalOf(app.admin, keyEndpoints.revoke, { id, body }),
      ]);

      expect(answers).toMatchObject([invalid(field), invalid(field)]);
    },
  );
});

describe("who knows the id of another's personal token", () => {
  const OF_ONE = documentedRoutes().filter(({ route }) => / \/(keys|my\/tokens)\/:id/.test(route));

  it.each(OF_ONE)('finds nothing there by $route', async ({ route }) => {
    const { data } = await app.create(victim);
    const request = await requestTo(app.strapi, route, onlyThing(data.id));
    const response = await changingNothing(app.strapi, () => sendPrepared(mallory.agent, request));

    expect(errorBody.parse(response.body).error).toMatchObject({
      status: 404,
      details: { code: 'not_found' },
    });
  });

  it('ends none of them with many others', async () => {
    const { data } = await app.create(victim);
    const body = { ids: [data.id] };
    await changingNothing(app.strapi, async () => {
      for (const endpoint of [bulkEndpoints.revoke, bulkEndpoints.delete, bulkEndpoints.takeOver]) {
        const { data: result } = await answerOf(mallory.agent, endpoint, { body });
        expect(result).toMatchObject({ done: [], failed: [{ id: data.id, code: 'not_found' }] });
      }
    });
  });
});

describe('a naming rule built to hang whoever backtracks', () => {
  const EVIL = '([a-z]+)+[0-9]';
  const PLAIN = '[a-z]+[0-9]';
  const nameOf = (length: number) => `${'a'.repeat(length)}!`;
  const LOOKS = 15;

  /** How long the quickest of some looks takes: what else the machine does only adds to it. */
  const quickest = async (look: () => unknown, looks = LOOKS): Promise<number> => {
    const times: number[] = [];
    for (let at = 0; at < looks; at += 1) {
      const start = performance.now();
      await look();
      times.push(performance.now() - start);
    }
    return Math.min(...times);
  };

  it('would hang the engine of JavaScript, by names a fifth as long', async () => {
    const time = (pattern: string) =>
      quickest(() => {
        expect(new RegExp(`^(?:${pattern})$`).test(nameOf(20))).toBe(false);
      }, 3);

    expect((await time(EVIL)) / (await time(PLAIN))).toBeGreaterThan(100);
  });

  it('is tested in hardly more time than a plain one', async () => {
    const names = Array.from({ length: 20 }, () => nameOf(199));
    const time = (pattern: string) =>
      quickest(async () => {
        const body = { pattern, names };
        const { data } = await answerOf(app.admin, settingsEndpoints.testRule, { body });
        expect(data).toEqual({ fault: null, matches: names.map(() => false) });
      });
    const plain = await time(PLAIN);

    expect((await time(EVIL)) / plain).toBeLessThan(10);
  });

  it('refuses a name in hardly more time than a plain one', async () => {
    const role = await createAdminRole(app.strapi, {
      name: 'Named',
      actions: [actionUid('create-api-access')],
    });
    const person = await createAdmin(app, { name: 'Nora', roles: [role] });
    const body = { name: nameOf(99) };
    const time = async (pattern: string) => {
      const rule = { adminRole: String(role.id), pattern, example: 'abc7' };
      await saveRules(app.admin, { namingRules: [rule] });
      return quickest(async () => {
        const created = await refusalOf(person.agent, keyEndpoints.create, { body });
        const checked = await answerOf(person.agent, keyEndpoints.checkName, { body });
        expect([created.code, checked.data.code]).toEqual(['name_not_allowed', 'name_not_allowed']);
      });
    };
    const plain = await time(PLAIN);

    expect((await time(EVIL)) / plain).toBeLessThan(10);
    await saveRules(app.admin, { namingRules: [] });
  });
});

describe('a key with full access', () => {
  it('finds no way to manage keys in the content API', async () => {
    const { data, token } = await makeKey(app.strapi, { roles: ['full-access'] });
    const things = onlyThing(data.id);
    const found: Record<string, number> = {};
    await changingNothing(app.strapi, async () => {
      for (const { route } of documentedRoutes()) {
        const { method, path, body } = await requestTo(app.strapi, route, things);
        for (const headers of [bearer(token), apiKey(token)]) {
          const { status } = await consume(`${app.url}/api${path}`, headers, { method, body });
          // End users manage their own tokens there; a key may not, whatever it opens.
          const refuses = path.includes('/my/tokens') ? [403, 404] : [404, 405];
          if (!refuses.includes(status)) found[route] = status;
        }
      }
    });

    expect(found).toEqual({});
    const { status } = await consume(`${app.url}/api/api-access/whoami`, bearer(token));
    expect(status).toBe(200);
  });
});
