import { keyEndpoints, myTokenEndpoints } from '../../contracts';
import { answerOf, changingNothing, send } from '../support/admin-api';
import { type SignedInAdmin } from '../support/admins';
import { makeRole } from '../support/consumers';
import { startTokenHolders, type TokenHolders } from '../support/personal-tokens';

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

let app: TokenHolders;
let owner: SignedInAdmin;

beforeAll(async () => {
  app = await startTokenHolders();
  owner = await app.makeHolder('Olga');
});

beforeEach(async () => {
  await app.open();
});

afterAll(async () => {
  await app.stop();
});

const statusOf = async (token: string): Promise<number> => (await app.articles(token)).status;

describe('what Rules & notices say of personal tokens', () => {
  const rules = async () => (await app.list(owner)).meta.rules;

  it('is told with the list: roles with the default ones first, the expiry, the number', async () => {
    await app.open(
      { maxTokens: 7, maxDays: 30, defaultRoles: [app.writer.id] },
      { defaultDays: 90 },
    );

    expect(await rules()).toEqual({
      maxTokens: 7,
      expiry: { required: true, defaultDays: 30, maxDays: 30 },
      roles: [
        { id: app.writer.id, name: 'Writer', isDefault: true },
        { id: app.reader.id, name: 'Reader', isDefault: false },
      ],
      closed: null,
    });
  });

  it('none can be made while no API role is open to them, or none is allowed', async () => {
    for (const shut of [{ roles: [] }, { roles: ['gone'] }, { maxTokens: 0 }]) {
      await app.open(shut);
      expect((await rules()).closed).toBe('personal_tokens_closed');
      expect(await changingNothing(app.strapi, () => app.refusedCreate(owner))).toMatchObject({
        status: 403,
        code: 'personal_tokens_closed',
      });
    }
  });

  it('only the roles that are open to them can be chosen', async () => {
    const secret = await makeRole(app.strapi);

    for (const role of [secret.id, 'no-such-role']) {
      expect(await app.refusedCreate(owner, { roles: [app.reader.id, role] })).toMatchObject({
        status: 403,
        code: 'role_not_personal',
        fields: ['roles.1: role_not_personal'],
      });
    }
  });

  it('a token goes on when its role is closed to them, but gets no new clear text', async () => {
    const { data, token } = await app.create(owner, { roles: [app.writer.id, app.reader.id] });
    await app.open({ roles: [app.reader.id] });

    expect(await statusOf(token)).toBe(200);
    expect(await app.refusedRegenerate(owner, data.id)).toMatchObject({
      status: 403,
      code: 'role_not_personal',
    });
  });

  it('none gets a new clear text while nobody may hold any, be it without a role', async () => {
    const { data, token } = await app.create(owner, { roles: [] });
    const refused = { status: 403, code: 'personal_tokens_closed' };
    for (const shut of [{ maxTokens: 0 }, { roles: [] }]) {
      await app.open(shut);
      expect(
        await changingNothing(app.strapi, () => app.refusedRegenerate(owner, data.id)),
      ).toMatchObject(refused);
    }
    expect(await statusOf(token)).toBe(403);
    await app.open({ maxTokens: 1 });
    await answerOf(owner.agent, myTokenEndpoints.regenerate, {
      id: data.id,
      body: { expiresAt: inDays(9), revision: data.revision },
    });
  });

  it.each([
    ['their own longest life', { maxDays: 10 }, {}],
    ['the longest life of all keys', { maxDays: 50 }, { maxDays: 10 }],
  ])('the stricter of both holds: %s', async (_, personal, expiry) => {
    await app.open(personal, expiry);

    expect(await app.refusedCreate(owner, { expiresAt: inDays(12) })).toMatchObject({
      code: 'expiry_too_late',
    });
    expect(await app.refusedCreate(owner, { expiresAt: null })).toMatchObject({
      code: 'expiry_required',
    });
    expect(await app.refusedCreate(owner)).toMatchObject({ code: 'expiry_required' });
    const { data } = await app.create(owner, { expiresAt: inDays(9) });
    expect(await app.refusedRegenerate(owner, data.id, { expiresAt: inDays(12) })).toMatchObject({
      status: 400,
      code: 'expiry_too_late',
    });
  });

  it('no more can be made than one person may hold; a deleted or revoked one makes room', async () => {
    const person = await app.makeHolder('Lia');
    await app.open({ maxTokens: 2 });
    const first = await app.create(person);
    const second = await app.create(person);

    expect((await app.list(person)).meta.rules.closed).toBe('token_limit_reached');
    expect(await app.refusedCreate(person)).toMatchObject({
      status: 409,
      code: 'token_limit_reached',
    });
    await answerOf(person.agent, myTokenEndpoints.delete, { id: first.data.id });
    await app.create(person);
    await answerOf(app.admin, keyEndpoints.revoke, {
      id: second.data.id,
      body: { revision: 0 },
    });
    const { data, meta } = await app.list(person);
    expect(meta.rules.closed).toBeNull();
    expect(data.find(({ id }) => id === second.data.id)?.status).toBe('revoked');
    await app.create(person, { name: second.data.name });
  });

  it('who asks for many at once gets no more than is allowed', async () => {
    const person = await app.makeHolder('Mona');
    await app.open({ maxTokens: 3 });
    const answers = await Promise.all(
      Array.from({ length: 8 }, async () =>
        send(person.agent, myTokenEndpoints.create, { body: { name: app.nextName() } }),
      ),
    );

    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(5);
    expect((await app.list(person)).data).toHaveLength(3);
  });
});
