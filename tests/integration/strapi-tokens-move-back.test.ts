import { type Core } from '@strapi/types';

import { activityEndpoints, keyEndpoints, strapiTokenEndpoints } from '../../contracts';
import { answerOf, changingNothing } from '../support/admin-api';
import { ARTICLE_FIND, bearer, CATEGORY_FIND, send, serviceOf } from '../support/consumers';
import { makeApiToken } from '../support/end-users';
import { type Playground, startPlayground } from '../support/playground';

let playground: Playground;
let strapi: Core.Strapi;

beforeAll(async () => {
  playground = await startPlayground();
  strapi = playground.strapi;
});

afterAll(async () => {
  await playground.stop();
});

const TOKENS = 'admin::api-token';

interface TokenRow {
  id: number;
  accessKey: string;
  permissions: { action: string }[];
}

const rowOf = (name: string) =>
  strapi.db.query(TOKENS).findOne({ where: { name }, populate: { permissions: true } }) as Promise<
    (TokenRow & Record<string, unknown>) | null
  >;

/** What a person could tell of a row: all but its own ids. */
const told = async (name: string) => {
  const row = await rowOf(name);
  if (row === null) return null;
  const rest = Object.entries(row).filter(
    ([field]) => !['id', 'documentId', 'updatedAt', 'publishedAt', 'permissions'].includes(field),
  );
  const actions = row.permissions.map(({ action }) => action).sort();
  return { ...Object.fromEntries(rest), actions };
};

const move = async (name: string) => {
  const id = (await rowOf(name))?.id;
  const { done } = await serviceOf(strapi, 'strapi-tokens').move({ ids: [id ?? 0] });
  const [one] = done;
  if (one === undefined) throw new Error(`${name} was not moved.`);
  return one.key;
};

const moveBack = async (...ids: string[]) =>
  (await answerOf(playground.admin, strapiTokenEndpoints.moveBack, { body: { ids } })).data;

const statusOf = async (token: string, at = '/articles') =>
  (await send(`${playground.url}/api${at}`, bearer(token))).status;

describe('a token that is moved back', () => {
  it('stands in Strapi’s table as it stood, opens what it opened, and its key is gone', async () => {
    const actions = [ARTICLE_FIND, CATEGORY_FIND];
    const token = await makeApiToken(strapi, {
      name: 'Back',
      type: 'custom',
      permissions: actions,
    });
    await statusOf(token);
    const before = await told('Back');
    expect(before).toMatchObject({
      actions,
      type: 'custom',
      lastUsedAt: expect.any(String) as string,
    });
    const key = await move('Back');
    expect(await told('Back')).toBeNull();
    expect(await moveBack(key.id)).toEqual({ done: [key.id], failed: [] });
    expect(await told('Back')).toEqual(before);
    expect(await statusOf(token)).toBe(200);
    const { status } = await playground.admin.get(`/api-access/keys/${key.id}`);
    expect(status).toBe(404);
    const { data } = await answerOf(playground.admin, activityEndpoints.list, {
      query: { key: key.id },
    });
    expect(data.map(({ kind }) => kind)).toEqual(['key.moved-back', 'key.moved']);
  });

  it('can be moved here again', async () => {
    const token = await makeApiToken(strapi, { name: 'To and fro', type: 'full-access' });
    await moveBack((await move('To and fro')).id);
    await move('To and fro');
    expect(await statusOf(token)).toBe(200);
    expect(await told('To and fro')).toBeNull();
  });

  it('keeps an expiry that was made earlier meanwhile', async () => {
    await makeApiToken(strapi, { name: 'Earlier', type: 'full-access' });
    const key = await move('Earlier');
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const body = { expiresAt, revision: 0 };
    await answerOf(playground.admin, keyEndpoints.update, { id: key.id, body });
    await moveBack(key.id);
    expect(await told('Earlier')).toMatchObject({ expiresAt });
  });
});

describe('what cannot be moved back', () => {
  const failed = (code: string) => ({ done: [], failed: [expect.objectContaining({ code })] });

  it('is a key that was regenerated, or never was an API token of Strapi’s', async () => {
    const keys = serviceOf(strapi, 'keys');
    await makeApiToken(strapi, { name: 'Regenerated', type: 'full-access' });
    const key = await move('Regenerated');
    await keys.regenerate(key.id, { expiresAt: null, revision: 0 });
    const { data } = await keys.create({ name: 'Made here' });
    await changingNothing(strapi, async () => {
      expect(await moveBack(key.id)).toEqual(failed('strapi_token_replaced'));
      expect(await moveBack(data.id)).toEqual(failed('strapi_token_replaced'));
    });
    expect(await told('Regenerated')).toBeNull();
  });

  it('is a key that is revoked: nothing would keep its token from working there', async () => {
    const token = await makeApiToken(strapi, { name: 'Revoked', type: 'full-access' });
    const key = await move('Revoked');
    await serviceOf(strapi, 'keys').revoke(key.id, { revision: 0 });
    expect(await moveBack(key.id)).toEqual(failed('key_revoked'));
    expect(await statusOf(token)).toBe(401);
  });

  it('is one whose name Strapi has given to another', async () => {
    await makeApiToken(strapi, { name: 'Twice', type: 'full-access' });
    const key = await move('Twice');
    await makeApiToken(strapi, { name: 'Twice', type: 'full-access' });
    expect(await moveBack(key.id)).toEqual(failed('strapi_name_taken'));
  });
});
