import { keyEndpoints } from '../../contracts';
import { send } from '../support/admin-api';
import { makeKey, serviceOf } from '../support/consumers';
import {
  describeOn,
  type FreshDatabase,
  freshDatabase,
  type ServerName,
} from '../support/database-servers';
import { heardWhile, inShort } from '../support/events';
import { captureLog } from '../support/log-capture';
import { type Playground, startPlayground } from '../support/playground';

/** From now on the database refuses to commit what happens to keys of this name. */
const refuseCommitOf = async ({ strapi }: Playground, name: string) => {
  const { connection } = strapi.db;
  await connection.raw(`create function refuse() returns trigger language plpgsql as
    $$ begin raise exception 'no commit'; end $$`);
  await connection.raw(`create constraint trigger refused after insert on api_access_activity
    deferrable initially deferred for each row
    when (new.subject_name = '${name}') execute function refuse()`);
};

const transactions = (server: ServerName) => () => {
  let database: FreshDatabase;
  let playground: Playground;

  beforeAll(async () => {
    database = await freshDatabase(server);
    // On MySQL knex speaks of each table that Strapi makes within a transaction.
    const log = captureLog();
    playground = await startPlayground({ database });
    log.stop();
  });

  afterAll(async () => {
    await playground.stop();
    await database.drop();
  });

  it('tells what the app’s own transaction commits, and nothing that it rolls back', async () => {
    const { strapi } = playground;
    const { data } = await makeKey(strapi, { name: 'revoked' });
    const revoke = () => serviceOf(strapi, 'keys').revoke(data.id, { revision: 0 });
    const heard = await heardWhile(strapi, async () => {
      const failed = strapi.db.transaction(async () => {
        await makeKey(strapi, { name: 'made' });
        await revoke();
        throw new Error('The app changed its mind.');
      });
      await expect(failed).rejects.toThrow('changed its mind');
      await strapi.db.transaction(async () => {
        await makeKey(strapi, { name: 'made' });
        await revoke();
      });
    });

    expect(inShort(heard)).toEqual(['created made', 'revoked revoked']);
  });

  it('tells of one of two who change the same key at once', async () => {
    const { strapi, admin } = playground;
    const { data } = await makeKey(strapi, { name: 'contested' });
    const heard = await heardWhile(strapi, async () => {
      const edits = await Promise.all(
        ['one', 'two'].map(async (description) =>
          send(admin, keyEndpoints.update, { id: data.id, body: { description, revision: 0 } }),
        ),
      );
      expect(edits.map(({ status }) => status).sort()).toEqual([200, 409]);
    });

    expect(inShort(heard)).toEqual(['updated contested']);
  });

  if (server === 'postgres') {
    it('tells nothing where the commit itself is refused, and neither does the answer', async () => {
      const { strapi, admin } = playground;
      const { data } = await makeKey(strapi, { name: 'kept' });
      await refuseCommitOf(playground, 'kept');
      const log = captureLog();
      const heard = await heardWhile(strapi, async () => {
        const revocation = { id: data.id, body: { revision: 0 } };
        expect((await send(admin, keyEndpoints.revoke, revocation)).status).toBe(500);
        await makeKey(strapi, { name: 'other' });
      });
      log.stop();

      expect(inShort(heard)).toEqual(['created other']);
      expect(await serviceOf(strapi, 'keys').read(data.id)).toMatchObject({ status: 'active' });
    });
  }
};

describeOn('postgres', 'events', transactions('postgres'));
describeOn('mysql', 'events', transactions('mysql'));
