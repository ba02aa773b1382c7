/** Uses a running app over HTTP, as its first admin and as the consumers of its content API do. */

export const ADMIN = {
  firstname: 'Ada',
  lastname: 'Admin',
  email: 'ada@example.com',
  password: 'Correct-horse-1',
};
const NOTES = '/api/notes';
export const KEY_NAME = 'prod-main-app';
const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

/** An answer of the plugin's admin API; whatever it refuses ends the try with its reason. */
const dataOf = ({ status, body }) => {
  if (status === 201) return body;
  throw new Error(`The admin API answered ${status}: ${JSON.stringify(body)}`);
};

const callerOf =
  (url) =>
  async (path, { method = 'GET', token, body } = {}) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };

const registerAdmin = async (call) => {
  await call('/admin/register-admin', { method: 'POST', body: ADMIN });
  const { email, password } = ADMIN;
  const { body } = await call('/admin/login', { method: 'POST', body: { email, password } });
  return body.data.token;
};

/** A role that reads notes, and a key with it, made as the panel makes them. */
const makeKey = async (call, token) => {
  const role = await call('/api-access/roles', {
    method: 'POST',
    token,
    body: { name: 'Reads notes', kind: 'custom', permissions: ['api::note.note.find'] },
  });
  const expiresAt = new Date(Date.now() + MONTH_MS).toISOString();
  const body = { name: KEY_NAME, roles: [dataOf(role).data.id], expiresAt };
  return call('/api-access/keys', { method: 'POST', token, body });
};

/** `url` is the address of the app for its users. */
export const tryApp = async (url, { equal }) => {
  const call = callerOf(url);
  const token = await registerAdmin(call);
  const { token: key } = dataOf(await makeKey(call, token));
  equal('its token begins as configured', key?.slice(0, 5), 'acme_');

  const codeOf = ({ status, body }) => [status, body.error?.details?.code];
  const wrong = `${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`;
  const create = { method: 'POST', token: key, body: { data: { title: 'Hello' } } };
  equal('without a key: 403', (await call(NOTES)).status, 403);
  equal('with a wrong token: 401', codeOf(await call(NOTES, { token: wrong })), [
    401,
    'invalid_token',
  ]);
  equal('with the key: 200', await call(NOTES, { token: key }), {
    status: 200,
    body: { data: [], meta: { pagination: { page: 1, pageSize: 25, pageCount: 0, total: 0 } } },
  });
  equal('beyond its role: 403', codeOf(await call(NOTES, create)), [403, 'insufficient_scope']);

  const whoami = await call('/api/api-access/whoami', { token: key });
  equal('the key is told who it is', [whoami.status, whoami.body.data?.name], [200, KEY_NAME]);
  const found = await call('/api-access/keys?search=made-by-the-app', { token });
  equal(
    "the app's own code made a key",
    found.body.data.map(({ name }) => name),
    ['made-by-the-app'],
  );
};
