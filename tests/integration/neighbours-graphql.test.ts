import {
  actionUid,
  ADMIN_ACTIONS,
  isAdminAction,
  KEY_UID,
  ROLE_UID,
  TAG_UID,
} from '../../contracts';
import { createAdminWith } from '../support/admins';
import {
  apiKey,
  bearer,
  CATEGORY_FIND,
  expire,
  forged,
  makeKeyWith,
  refusalOf,
  send,
  serviceOf,
} from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground();
  await playground.strapi
    .documents('api::article.article')
    .create({ data: { title: 'Told by GraphQL' }, status: 'published' });
});

afterAll(async () => {
  await playground.stop();
});

const query = (text: string, headers = {}) =>
  send(`${playground.url}/graphql`, headers, { method: 'POST', body: { query: text } });

const ARTICLES = '{ articles { title } }';

describe('GraphQL', () => {
  it('answers a key with the permission, by either header', async () => {
    const { token } = await makeKeyWith(playground.strapi);

    for (const header of [bearer, apiKey]) {
      expect((await query(ARTICLES, header(token))).body).toEqual({
        data: { articles: [{ title: 'Told by GraphQL' }] },
      });
    }
  });

  it('refuses a key without it, field by field', async () => {
    const { token } = await makeKeyWith(playground.strapi, { permissions: [CATEGORY_FIND] });

    const { body } = await query('{ categories { name } articles { title } }', bearer(token));

    expect(body).toMatchObject({ errors: [{ path: ['articles'] }] });
    expect(JSON.stringify(body)).not.toContain('Told by GraphQL');
  });

  it('refuses a key that does not work as REST does', async () => {
    const { token, data } = await makeKeyWith(playground.strapi);
    const forgery = await query(ARTICLES, bearer(forged(token)));
    await expire(playground.strapi, data.accessId);
    const expired = await query(ARTICLES, apiKey(token));

    expect(forgery.status).toBe(401);
    expect(refusalOf(forgery).details.code).toBe('invalid_token');
    expect(expired.status).toBe(401);
    expect(refusalOf(expired).details.code).toBe('expired_token');
  });

  it('counts a use', async () => {
    const { token, data } = await makeKeyWith(playground.strapi);
    await query(ARTICLES, bearer(token));

    await serviceOf(playground.strapi, 'usage').flush();

    const { usage } = await serviceOf(playground.strapi, 'keys').read(data.id);
    expect(usage).toMatchObject({ allowed: 1, denied: 0 });
  });

  it('knows nothing of keys, API roles and tags', async () => {
    const { token } = await makeKeyWith(playground.strapi, { kind: 'full-access' });

    const { status, body } = await query(
      '{ __schema { types { name fields { name } inputFields { name } } } }',
      bearer(token),
    );

    expect(status).toBe(200);
    const schema = JSON.stringify(body);
    expect(schema).toContain('Article');
    expect(schema).not.toMatch(/api_?access|apiAccess/i);
  });
});

interface Listed {
  data: ListedType[] | { contentTypes: ListedType[] };
}

interface ListedType {
  uid: string;
  isDisplayed?: boolean;
  schema?: { visible?: boolean };
}

const OWN: readonly string[] = [KEY_UID, ROLE_UID, TAG_UID];

const listed = async (path: string): Promise<ListedType[]> => {
  const response = await playground.admin.get(path);
  expect(response.status).toBe(200);
  const { data } = response.body as Listed;
  return Array.isArray(data) ? data : data.contentTypes;
};

describe('the admin panel’s other parts', () => {
  it('offer keys, API roles and tags neither to the content manager nor to the builder', async () => {
    const managed = [
      ...(await listed('/content-manager/content-types')),
      ...(await listed('/content-manager/init')),
    ].filter(({ isDisplayed }) => isDisplayed === true);
    const built = (await listed('/content-type-builder/content-types')).filter(
      ({ schema }) => schema?.visible !== false,
    );

    for (const types of [managed, built]) {
      const uids = types.map(({ uid }) => uid);
      expect(uids).toContain('api::article.article');
      expect(uids.filter((uid) => OWN.includes(uid))).toEqual([]);
    }
  });

  it('let nobody but a Super Admin read them past our pages, and nobody change them', async () => {
    const { token, data, role } = await makeKeyWith(playground.strapi);
    const keeper = await createAdminWith(playground, {
      name: 'Kim',
      actions: Object.keys(ADMIN_ACTIONS).filter(isAdminAction).map(actionUid),
    });
    const root = '/content-manager/collection-types';

    for (const uid of OWN) {
      expect((await keeper.agent.get(`${root}/${uid}`)).status).toBe(403);
      expect((await playground.admin.get(`${root}/${uid}`)).text).not.toContain(
        token.slice(18, 61),
      );
    }
    for (const [uid, id] of [
      [KEY_UID, data.id],
      [ROLE_UID, role.id],
    ] as const) {
      const changed = await playground.admin.put(`${root}/${uid}/${id}`).send({ name: 'Changed' });
      expect(changed.status).toBe(403);
      expect((await playground.admin.delete(`${root}/${uid}/${id}`)).status).toBe(403);
    }
  });
});
