import { roleEndpoints, type Endpoint, type Role } from '../../contracts';
import { changingNothing, refusalOf } from '../support/admin-api';
import { ARTICLE_FIND, makeRole } from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';

let playground: Playground;
let role: Role;

beforeAll(async () => {
  playground = await startPlayground();
  role = await makeRole(playground.strapi, { name: 'Editor' });
});

afterAll(async () => {
  await playground.stop();
});

const refused = (endpoint: Endpoint, body: unknown, id?: string) =>
  changingNothing(playground.strapi, () => refusalOf(playground.admin, endpoint, { id, body }));

const FIELDS: [string, Record<string, unknown>, string][] = [
  ['an empty name', { name: ' ' }, 'name'],
  ['an over-long name', { name: 'a'.repeat(101) }, 'name'],
  ['a control character in the name', { name: 'a\u0001' }, 'name'],
  ['an over-long description', { description: 'a'.repeat(1001) }, 'description'],
  ['an unknown kind', { kind: 'super' }, 'kind'],
  ['actions that are no list', { permissions: ARTICLE_FIND }, 'permissions'],
  ['an action that is no text', { permissions: [ARTICLE_FIND, 7] }, 'permissions.1'],
  ['an empty action', { permissions: [''] }, 'permissions.0'],
  ['an over-long action', { permissions: ['a'.repeat(256)] }, 'permissions.0'],
  ['too many actions', { permissions: Array(5001).fill('a') }, 'permissions'],
  ['drafts in words', { drafts: 'yes' }, 'drafts'],
  ['an unknown field', { colour: 'red' }, 'colour'],
  ['a number of keys', { keyCount: 0 }, 'keyCount'],
  ['a creation date', { createdAt: '2020-01-01T00:00:00Z' }, 'createdAt'],
  ['an id', { id: 'mine' }, 'id'],
];

const UNKNOWN_ACTIONS = [
  'api::nothing.nothing.find',
  'api::article.article.findd',
  'API::article.article.find',
  'plugin::api-access.whoami.read',
  'plugin::api-access.personal-tokens.list',
  'admin::users.read',
  '*',
  'toString',
];

describe('a new role', () => {
  it.each(FIELDS)('is refused for %s, and nothing is stored', async (_, body, field) => {
    const answer = await refused(roleEndpoints.create, { name: 'New', kind: 'custom', ...body });

    expect(answer).toMatchObject({
      status: 400,
      code: 'invalid_input',
      fields: [`${field}: invalid_input`],
    });
  });

  it.each(['', 'Editor', '1st', 'a_b', 'a b', '-a', 'a'.repeat(65), 'é', 7, null])(
    'is refused for the code %j',
    async (code) => {
      const answer = await refused(roleEndpoints.create, { name: 'New', kind: 'custom', code });

      expect(answer).toMatchObject({ status: 400, fields: ['code: invalid_input'] });
    },
  );

  it.each(UNKNOWN_ACTIONS)('is refused for the action %s', async (action) => {
    const body = { name: 'New', kind: 'custom', permissions: [ARTICLE_FIND, action] };

    expect(await refused(roleEndpoints.create, body)).toMatchObject({
      status: 400,
      code: 'unknown_action',
      fields: ['permissions.1: unknown_action'],
    });
  });

  it.each(['Editor', 'EDITOR', ' editor ', 'Ｅｄｉｔｏｒ'])(
    'is refused for the name %j',
    async (name) => {
      const body = { name, kind: 'custom', code: 'another' };

      expect(await refused(roleEndpoints.create, body)).toMatchObject({
        status: 409,
        code: 'role_name_taken',
        fields: ['name: role_name_taken'],
      });
    },
  );

  it('is refused for a code that is taken', async () => {
    const body = { name: 'Another', kind: 'custom', code: 'editor' };

    expect(await refused(roleEndpoints.create, body)).toMatchObject({
      status: 409,
      code: 'role_code_taken',
      fields: ['code: role_code_taken'],
    });
  });

  it('is told apart from another by its own name, whatever words it holds', async () => {
    await makeRole(playground.strapi, { name: 'api_access_roles.code', code: 'words' });
    const body = {
      name: 'Api_access_roles.code',
      description: 'api_access_roles.code',
      kind: 'custom',
      code: 'other-words',
    };

    expect(await refused(roleEndpoints.create, body)).toMatchObject({ code: 'role_name_taken' });
  });

  it('needs a name and a kind', async () => {
    expect((await refused(roleEndpoints.create, {})).fields).toEqual([
      'name: invalid_input',
      'kind: invalid_input',
    ]);
  });
});

describe('an edit of a role', () => {
  it.each(FIELDS)('is refused for %s, and nothing changes', async (_, body, field) => {
    expect(await refused(roleEndpoints.update, { revision: 0, ...body }, role.id)).toMatchObject({
      status: 400,
      fields: [`${field}: invalid_input`],
    });
  });

  it('cannot change its code', async () => {
    const body = { code: 'other', revision: 0 };

    expect(await refused(roleEndpoints.update, body, role.id)).toMatchObject({
      fields: ['code: invalid_input'],
    });
  });

  it('must name the revision that it saw', async () => {
    expect(await refused(roleEndpoints.update, { name: 'New' }, role.id)).toMatchObject({
      fields: ['revision: invalid_input'],
    });
  });

  it.each(UNKNOWN_ACTIONS)('is refused for the action %s', async (action) => {
    const body = { permissions: [action], revision: 0 };

    expect(await refused(roleEndpoints.update, body, role.id)).toMatchObject({
      fields: ['permissions.0: unknown_action'],
    });
  });

  it('is refused for the name of another role', async () => {
    const body = { name: 'read ONLY', permissions: [], revision: 0 };

    expect(await refused(roleEndpoints.update, body, role.id)).toMatchObject({
      status: 409,
      fields: ['name: role_name_taken'],
    });
  });
});

describe('a role that is not there', () => {
  it.each<[string, Endpoint, object | undefined]>([
    ['reading', roleEndpoints.read, undefined],
    ['editing', roleEndpoints.update, { name: 'x', revision: 0 }],
    ['deleting', roleEndpoints.delete, undefined],
  ])('is not found when %s', async (_, endpoint, body) => {
    for (const id of ['nosuchrole', 'editor', '1']) {
      expect(await refused(endpoint, body, id)).toMatchObject({ status: 404, code: 'not_found' });
    }
  });
});

describe('a list of roles', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['a page size of a million', { pageSize: 1_000_000 }, 'pageSize'],
    ['page zero', { page: 0 }, 'page'],
    ['an unknown sort', { sort: 'kind:asc' }, 'sort'],
    ['an over-long search', { search: 'a'.repeat(201) }, 'search'],
    ['an unknown filter', { kind: 'custom' }, 'kind'],
  ])('is refused for %s', async (_, query, field) => {
    expect(await refusalOf(playground.admin, roleEndpoints.list, { query })).toMatchObject({
      status: 400,
      fields: [`${field}: invalid_input`],
    });
  });
});
