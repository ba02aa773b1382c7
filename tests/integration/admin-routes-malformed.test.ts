import { errorBody } from '../../contracts';
import { changingNothing } from '../support/admin-api';
import { makeKey, makeRole } from '../support/consumers';
import { captureLog, type LogCapture } from '../support/log-capture';
import { type Playground, startPlayground } from '../support/playground';

let playground: Playground;
// Strapi logs each body that it cannot read.
let log: LogCapture;
let paths: [method: 'post' | 'put', path: string][];

beforeAll(async () => {
  playground = await startPlayground();
  const { data } = await makeKey(playground.strapi);
  const role = await makeRole(playground.strapi);
  paths = [
    ['post', '/api-access/keys'],
    ['put', `/api-access/keys/${data.id}`],
    ['post', `/api-access/keys/${data.id}/regenerate`],
    ['post', `/api-access/keys/${data.id}/revoke`],
    ['post', '/api-access/roles'],
    ['put', `/api-access/roles/${role.id}`],
    ['post', '/api-access/tags'],
  ];
});

beforeEach(() => {
  log = captureLog();
});

afterEach(() => {
  log.stop();
});

afterAll(async () => {
  await playground.stop();
});

const sendRaw = (
  method: 'post' | 'put',
  path: string,
  text: string,
  type = 'application/json',
  agent = playground.admin,
) => agent[method](path).set('Content-Type', type).send(text);

describe('a body that cannot be read', () => {
  it.each([
    ['is cut off', '{"name":"a"'],
    ['is no JSON', 'name=a'],
    ['holds a comma too many', '{"name":"a",}'],
    ['is a bare word', 'undefined'],
    ['is a text', '"name"'],
    ['is a number', '7'],
    ['is nothing', 'null'],
    ['is a list', '[{"name":"a"}]'],
    ['is empty', ''],
  ])('because it %s is refused like other bad input, and nothing is stored', async (_, text) => {
    for (const [method, path] of paths) {
      const response = await changingNothing(playground.strapi, () => sendRaw(method, path, text));
      const { error } = errorBody.parse(response.body);

      expect([path, response.status, error.status]).toEqual([path, 400, 400]);
      expect(error.details.code).toBe('invalid_input');
      expect(error.details.errors.length).toBeGreaterThan(0);
      expect(error.message).toMatch(/\.$/);
    }
  });

  it.each([
    ['text/plain', '{"name":"typed"}'],
    ['application/xml', '<name>typed</name>'],
  ])('because it is %s is refused', async (type, text) => {
    const response = await changingNothing(playground.strapi, () =>
      sendRaw('post', '/api-access/keys', text, type),
    );

    expect(response.status).toBe(400);
    expect(errorBody.parse(response.body).error.details.code).toBe('invalid_input');
  });

  it('is never a fault of the server, however long or strange', async () => {
    for (const text of [
      `{"name":"${'a'.repeat(2_000_000)}"}`,
      '{"name":'.repeat(5_000),
      `{"name":${'['.repeat(20_000)}`,
      '{"name":"\\ud800"}',
      '{"name":1e999,"revision":-0}',
      '\u0000',
    ]) {
      const response = await changingNothing(playground.strapi, () =>
        sendRaw('post', '/api-access/keys', text),
      );
      expect([400, 413]).toContain(response.status);
    }
  });

  it('cannot reach into what all objects share', async () => {
    const text =
      '{"name":"polluter","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}';
    const response = await changingNothing(playground.strapi, () =>
      sendRaw('post', '/api-access/keys', text),
    );

    expect(response.status).toBe(400);
    expect('polluted' in {}).toBe(false);
  });

  it('tells whoever is not signed in nothing but that', async () => {
    for (const [method, path] of paths) {
      const response = await sendRaw(method, path, '{}', 'application/json', playground.request);
      expect(response.status).toBe(401);
    }
  });
});

describe('a path that leads nowhere', () => {
  it.each([
    '/api-access',
    '/api-access/nothing',
    '/api-access/keys/a/b/c',
    '/api-access/keys/a/secret',
  ])('%s is not found', async (path) => {
    expect((await playground.admin.get(path)).status).toBe(404);
  });

  it('in the query is refused, not passed over', async () => {
    const response = await playground.admin.get('/api-access/keys?filters[name]=a&populate=*');

    expect(response.status).toBe(400);
    expect(
      errorBody.parse(response.body).error.details.errors.map(({ path }) => path.join('.')),
    ).toEqual(['filters', 'populate']);
  });
});
