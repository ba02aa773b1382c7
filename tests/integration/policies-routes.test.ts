import { type Role, whoamiEndpoint } from '../../contracts';
import {
  apiKey,
  ARTICLE_FIND,
  bearer,
  CATEGORY_FIND,
  expire,
  forged,
  makeKey,
  makeKeyWith,
  makeRole,
  refusalOf,
  send,
  serviceOf,
} from '../support/consumers';
import { captureLog } from '../support/log-capture';
import { type Playground, startPlayground } from '../support/playground';

let playground: Playground;
let warnings: string[];
let editor: Role;
let reader: Role;

beforeAll(async () => {
  const log = captureLog();
  playground = await startPlayground({ env: { LOG_LEVEL: 'warn' } });
  log.stop();
  warnings = log.text().split('\n');
  const { strapi } = playground;
  editor = await makeRole(strapi, { name: 'Editor', code: 'editor' });
  reader = await makeRole(strapi, { name: 'Reader', code: 'reader', permissions: [] });
});

afterAll(async () => {
  await playground.stop();
});

const ask = (path: string, headers = {}) => send(`${playground.url}/api${path}`, headers);

const keyWith = async (...roles: Role[]) =>
  makeKey(playground.strapi, { roles: roles.map(({ id }) => id) });

describe('a route behind "authenticated"', () => {
  it('takes any valid key, even one without roles, by either header', async () => {
    const { token, data } = await keyWith();

    for (const headers of [bearer(token), apiKey(token)]) {
      const answer = await ask('/guarded/open-door', headers);

      expect(answer.status).toBe(200);
      expect(answer.body).toEqual({
        data: {
          credentials: {
            type: 'api-key',
            id: data.id,
            accessId: data.accessId,
            name: data.name,
            roles: [],
            owner: null,
            expiresAt: data.expiresAt,
          },
        },
      });
      expect(answer.headers['cache-control']).toMatch(/^private/);
    }
  });

  it('asks for a key where none is sent, without calling it wrong', async () => {
    const answer = await ask('/guarded/open-door');

    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="content-api"');
    expect(refusalOf(answer).details.code).toBe('missing_token');
  });

  it('takes neither a forged key nor an expired one, nor two', async () => {
    const { token } = await keyWith();
    const expired = await keyWith();
    await expire(playground.strapi, expired.data.accessId);
    const codeOf = async (headers: object) => {
      const answer = await ask('/guarded/open-door', headers);
      return [answer.status, refusalOf(answer).details.code];
    };

    expect(await codeOf(bearer(forged(token)))).toEqual([401, 'invalid_token']);
    expect(await codeOf(bearer(expired.token))).toEqual([401, 'expired_token']);
    expect(await codeOf({ ...bearer(token), ...apiKey(expired.token) })).toEqual([
      400,
      'conflicting_tokens',
    ]);
  });

  it('takes no admin session and no token of Strapi for a key', async () => {
    expect((await ask('/guarded/open-door', bearer(playground.adminToken))).status).toBe(401);
  });

  it('shows relations only to a key that may read them, though the route is open', async () => {
    const { strapi } = playground;
    const category = await strapi
      .documents('api::category.category')
      .create({ data: { name: 'Hidden' } });
    await strapi.documents('api::article.article').create({
      data: { title: 'Related', category: category.documentId },
      status: 'published',
    });
    const without = await makeKeyWith(strapi, { permissions: [] });
    const withCategories = await makeKeyWith(strapi, { permissions: [CATEGORY_FIND] });
    const path = '/guarded/articles?populate=category';

    expect(JSON.stringify((await ask(path, bearer(without.token))).body)).not.toContain('Hidden');
    expect((await ask(path, bearer(withCategories.token))).body).toMatchObject({
      data: [{ title: 'Related', category: { name: 'Hidden' } }],
    });
  });
});

describe('a route behind "has-role"', () => {
  it('takes a key that holds one of the roles', async () => {
    const { token } = await keyWith(editor);

    const answer = await ask('/guarded/editors', bearer(token));

    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ data: { credentials: { roles: ['editor'] } } });
  });

  it('names the roles of which one is missing', async () => {
    const { token, data } = await keyWith(reader);

    const answer = await ask('/guarded/editors', bearer(token));

    expect(answer.status).toBe(403);
    expect(answer.headers['www-authenticate']).toContain('error="insufficient_scope"');
    expect(refusalOf(answer)).toMatchObject({
      message: 'API key lacks an API role',
      details: { code: 'missing_role', required: ['editor'], accessId: data.accessId },
    });
  });

  it('is not opened by full access, which is not the role it names', async () => {
    const { token } = await makeKey(playground.strapi, { roles: ['full-access'] });

    expect((await ask('/guarded/editors', bearer(token))).status).toBe(403);
  });

  it('tells nothing of roles to whoever has no true key', async () => {
    const { token } = await keyWith(editor);

    for (const headers of [{}, bearer(forged(token))]) {
      const answer = await ask('/guarded/editors', headers);

      expect(answer.status).toBe(401);
      expect(refusalOf(answer).details).not.toHaveProperty('required');
    }
  });

  it('takes only a key that holds them all, in mode "all"', async () => {
    const one = await keyWith(editor);
    const all = await keyWith(editor, reader);

    expect(refusalOf(await ask('/guarded/all', bearer(one.token))).details.required).toEqual([
      'editor',
      'reader',
    ]);
    expect((await ask('/guarded/all', bearer(all.token))).status).toBe(200);
  });

  it('asks for the permission of the route as well, where the route is not open', async () => {
    const show = 'api::guarded.guarded.show';
    const mayShow = await makeRole(playground.strapi, { permissions: [show] });
    const both = await keyWith(editor, mayShow);

    expect((await ask('/guarded/normal', bearer(both.token))).status).toBe(200);
    expect(
      refusalOf(await ask('/guarded/normal', bearer((await keyWith(editor)).token))).details,
    ).toMatchObject({ code: 'insufficient_scope', required: [show] });
    expect(
      refusalOf(await ask('/guarded/normal', bearer((await keyWith(mayShow)).token))).details,
    ).toMatchObject({ code: 'missing_role', required: ['editor'] });
  });

  it('is closed from the moment its role is gone', async () => {
    const { strapi } = playground;
    const gone = await makeRole(strapi, { code: 'gone', permissions: [ARTICLE_FIND] });
    const { token } = await keyWith(gone, editor);
    expect((await ask('/guarded/editors', bearer(token))).status).toBe(200);

    const roles = serviceOf(strapi, 'roles');
    await roles.delete(editor.id);

    expect((await ask('/guarded/editors', bearer(token))).status).toBe(403);
    editor = await makeRole(strapi, { name: 'Editor', code: 'editor' });
    expect((await ask('/guarded/editors', bearer(token))).status).toBe(403);
  });
});

describe('the boot', () => {
  it('warns of each role that a route names and nobody has made', () => {
    const about = (path: string, code: string) =>
      warnings.filter((line) => line.includes(path) && line.includes(`"${code}"`));

    expect(about('/guarded/editors', 'editor')).toHaveLength(1);
    expect(about('/guarded/all', 'editor')).toHaveLength(1);
    expect(about('/guarded/all', 'reader')).toHaveLength(1);
    expect(about('/guarded/open-door', 'editor')).toHaveLength(0);
  });
});

describe('GET /api/api-access/whoami', () => {
  it('tells a key what it is, what it may do and when it ends', async () => {
    const expiresAt = '2099-01-01T00:00:00.000Z';
    const { token, data, role } = await makeKeyWith(
      playground.strapi,
      { permissions: [CATEGORY_FIND, ARTICLE_FIND], drafts: true },
      { expiresAt },
    );

    const answer = await ask('/api-access/whoami', bearer(token));

    expect(answer.status).toBe(200);
    expect(whoamiEndpoint.response.parse(answer.body)).toEqual({
      data: {
        type: 'api-key',
        accessId: data.accessId,
        name: data.name,
        roles: [{ code: role.code, name: role.name, kind: 'custom' }],
        permissions: [ARTICLE_FIND, CATEGORY_FIND],
        drafts: true,
        expiresAt,
      },
    });
    expect(answer.headers['cache-control']).toMatch(/^private/);
  });

  it('says "*" for full access', async () => {
    const { token } = await makeKey(playground.strapi, { roles: ['full-access'] });

    expect((await ask('/api-access/whoami', apiKey(token))).body).toMatchObject({
      data: { permissions: ['*'] },
    });
  });

  it('answers nobody else', async () => {
    expect((await ask('/api-access/whoami')).status).toBe(401);
    expect((await ask('/api-access/whoami', bearer(playground.adminToken))).status).toBe(401);
  });
});
