import { keyEndpoints } from '../../contracts';
import { migrate } from '../../server/src/services/storage/migrate';
import { answerOf, credentialOf } from '../support/admin-api';
import { makeKey } from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';
import { storeUsage } from '../support/stored-usage';

const INDEXES = ['used', 'uses', 'living'];

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground();
});

afterAll(async () => {
  await playground.stop();
});

describe('a database of an earlier version', () => {
  it('sorts its keys by the usage that was counted before', async () => {
    const { strapi, admin } = playground;
    const { connection } = strapi.db;
    for (const [name, allowed] of [
      ['seldom', 1],
      ['often', 900],
      ['never', null],
    ] as const) {
      const { data } = await makeKey(strapi, { name });
      const row = await credentialOf(strapi, data.accessId);
      if (allowed !== null) await storeUsage(strapi, row, { allowed, lastUsedAt: 2000 - allowed });
    }
    await connection.schema.alterTable('api_access_credentials', (table) => {
      for (const name of INDEXES) table.dropIndex([], `api_access_credentials_${name}_idx`);
    });
    for (const column of ['last_used_at', 'uses'])
      await connection.raw('alter table api_access_credentials drop column ??', [column]);
    await connection('api_access_migrations')
      .where({ name: '0006-usage-beside-credentials' })
      .delete();
    await migrate(strapi);

    const names = async (sort: string) =>
      (await answerOf(admin, keyEndpoints.list, { query: { sort } })).data.map(({ name }) => name);
    expect(await names('usageCount:desc')).toEqual(['often', 'seldom', 'never']);
    expect(await names('lastUsedAt:desc')).toEqual(['seldom', 'often', 'never']);
  });
});
