import { type Core } from '@strapi/types';

import { KEY_UID, ROLE_UID, TAG_UID } from '../../contracts';
import { formatToken } from '../../server/src/domain/token';
import {
  bearer,
  CREDENTIALS,
  makeKeyWith,
  makeRole,
  partsOf,
  refusalOf,
  send,
  serviceOf,
} from '../support/consumers';
import { driverMessages } from '../support/driver-messages';
import { type Playground, startPlayground } from '../support/playground';

const { notUnique } = driverMessages();
let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground();
});

afterAll(async () => {
  await playground.stop();
});

type Row = Record<string, unknown>;

const table = (name: string) => playground.strapi.db.connection(name);
const tableOf = (strapi: Core.Strapi, uid: string) => strapi.db.metadata.get(uid).tableName;

/** Writes a copy of a row past all our code, changed only where told. */
const copy = async (name: string, where: Row, changes: Row) => {
  const row = (await table(name).where(where).first()) as Row;
  // The database gives the copy an id of its own.
  Reflect.deleteProperty(row, 'id');
  // Drivers parse what they would not take back.
  const whole = Object.entries(row).map(([column, value]) => [
    column,
    Array.isArray(value) ? JSON.stringify(value) : value,
  ]);
  await table(name).insert({ ...Object.fromEntries(whole), ...changes });
};

const outcomeOf = async (statement: PromiseLike<unknown>): Promise<string> => {
  try {
    await statement;
    return 'written';
  } catch (error) {
    return (error as { message: string }).message;
  }
};

describe('what must be unique is so in the database itself', () => {
  it('the Access ID and the name of a key', async () => {
    const { data } = await makeKeyWith(playground.strapi);
    const where = { access_id: data.accessId };
    const others = { key_id: 900, access_id: 'AnotherKey00', name_key: 'another' };

    await copy(CREDENTIALS, where, others);
    expect(
      await outcomeOf(
        copy(CREDENTIALS, where, {
          ...others,
          key_id: 901,
          name_key: 'third',
          access_id: data.accessId,
        }),
      ),
    ).toMatch(notUnique);
    expect(
      await outcomeOf(
        copy(CREDENTIALS, where, { ...others, key_id: 902, access_id: 'AnotherKey01' }),
      ),
    ).toMatch(notUnique);
    expect(
      await outcomeOf(
        copy(CREDENTIALS, where, { ...others, name_key: 'third', access_id: 'AnotherKey01' }),
      ),
    ).toMatch(notUnique);
  });

  it('the code and the name of an API role', async () => {
    const { code } = await makeRole(playground.strapi, { name: 'Unique', code: 'unique' });
    const name = tableOf(playground.strapi, ROLE_UID);

    await copy(name, { code }, { document_id: 'a', code: 'free', name_key: 'free' });
    expect(await outcomeOf(copy(name, { code }, { document_id: 'b', name_key: 'other' }))).toMatch(
      notUnique,
    );
    expect(await outcomeOf(copy(name, { code }, { document_id: 'c', code: 'other' }))).toMatch(
      notUnique,
    );
  });

  it('the name of a tag', async () => {
    await serviceOf(playground.strapi, 'tags').create({ name: 'Unique' });
    const name = tableOf(playground.strapi, TAG_UID);

    await copy(name, { name: 'Unique' }, { document_id: 'a', name_key: 'free' });
    expect(await outcomeOf(copy(name, { name: 'Unique' }, { document_id: 'b' }))).toMatch(
      notUnique,
    );
  });

  it('the one row of a key’s total, of its day, and of the epoch', async () => {
    await table('api_access_usage_days').insert({ key_id: 7, day: '2030-01-01' });
    await table('api_access_usage_totals').insert({ key_id: 7 });

    expect(
      await outcomeOf(table('api_access_usage_days').insert({ key_id: 7, day: '2030-01-01' })),
    ).toMatch(notUnique);
    expect(await outcomeOf(table('api_access_usage_totals').insert({ key_id: 7 }))).toMatch(
      notUnique,
    );
    expect(await outcomeOf(table('api_access_epoch').insert({ id: 1, value: 'x' }))).toMatch(
      notUnique,
    );
  });
});

describe('an Access ID', () => {
  /** The same letters in the other case. */
  const otherCase = (text: string) =>
    Array.from(text, (c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase())).join('');

  it('in another case is another key’s, or nobody’s', async () => {
    const { token, data } = await makeKeyWith(playground.strapi);
    const changed = formatToken({ ...partsOf(token), accessId: otherCase(data.accessId) });

    const answer = await send(`${playground.url}/api/articles`, bearer(changed));

    expect(answer.status).toBe(401);
    expect(refusalOf(answer).details.code).toBe('invalid_token');
  });

  it('may differ from another one in nothing but case', async () => {
    const { data } = await makeKeyWith(playground.strapi);

    await copy(
      CREDENTIALS,
      { access_id: data.accessId },
      { key_id: 950, access_id: otherCase(data.accessId), name_key: 'case' },
    );

    expect(await table(CREDENTIALS).where({ key_id: 950 })).toHaveLength(1);
  });
});

it('a deleted key leaves no row of its own behind', async () => {
  const { strapi, url } = playground;
  const { token, data } = await makeKeyWith(strapi, {}, { tags: ['left'] });
  await send(`${url}/api/articles`, bearer(token));
  await send(`${url}/api/categories`, bearer(token));
  await serviceOf(strapi, 'usage').flush();
  const row = (await strapi.db.query(KEY_UID).findOne({ where: { documentId: data.id } })) as {
    id: number;
  };

  for (const name of ['api_access_denials', 'api_access_permission_uses']) {
    expect({ name, rows: await table(name).where({ key_id: row.id }) }).toEqual({
      name,
      rows: [expect.anything()],
    });
  }

  await serviceOf(strapi, 'keys').delete(data.id);

  const owned: [string, Row][] = [
    [tableOf(strapi, KEY_UID), { id: row.id }],
    [CREDENTIALS, { key_id: row.id }],
    ['api_access_usage_days', { key_id: row.id }],
    ['api_access_usage_totals', { key_id: row.id }],
    ['api_access_denials', { key_id: row.id }],
    ['api_access_permission_uses', { key_id: row.id }],
    ['api_access_keys_roles_lnk', { api_access_id: row.id }],
    ['api_access_keys_tags_lnk', { api_access_id: row.id }],
  ];
  for (const [name, where] of owned) {
    expect({ name, rows: await table(name).where(where) }).toEqual({ name, rows: [] });
  }
});
