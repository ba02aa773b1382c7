import { type Core } from '@strapi/types';

import { migrate } from '../../server/src/services/storage/migrate';
import { TABLES } from '../../server/src/services/storage/tables';
import { describeOn, type FreshDatabase, freshDatabase } from '../support/database-servers';
import { captureLog } from '../support/log-capture';
import { ownSchema, type OwnSchema } from '../support/own-schema';
import { type Playground, startPlayground } from '../support/playground';
import { rowsOf } from '../support/stored-rows';

/** What knex sends every statement by, also within transactions. */
interface Sender {
  _query: (connection: unknown, statement: { sql: string }) => Promise<unknown>;
}

const CHANGES = /^(create|alter|insert|update|drop)\b/i;

const senderOf = ({ db }: Core.Strapi): Sender =>
  Object.getPrototypeOf(db.connection.client) as Sender;

/** Runs `work` until the statement of this number (from 1) that changes something: it is never sent. */
const endingBefore = async (
  strapi: Core.Strapi,
  at: number,
  work: () => Promise<void>,
): Promise<'ended' | 'came to its end'> => {
  const sender = senderOf(strapi);
  const original = sender._query;
  let sent = 0;
  sender._query = function (this: unknown, connection, statement) {
    // The rest is let through, as the release of the lock: that of a dead machine ends with its connection.
    if (!CHANGES.test(statement.sql)) return original.call(this, connection, statement);
    sent += 1;
    if (sent >= at) return Promise.reject(new Error('The machine has lost its power.'));
    return original.call(this, connection, statement);
  };
  try {
    await work();
    return 'came to its end';
  } catch {
    return 'ended';
  } finally {
    sender._query = original;
  }
};

// MySQL and MariaDB commit each statement that makes or changes a table; the others undo it all.
describeOn('mysql', 'a migration that ends half-way', () => {
  let database: FreshDatabase;
  let playground: Playground;
  let whole: OwnSchema;

  const forgetAll = async (strapi: Core.Strapi) => {
    for (const table of Object.values(TABLES)) {
      await strapi.db.connection.schema.dropTableIfExists(table);
    }
    await strapi.db.connection('api_access_roles').delete();
  };

  beforeAll(async () => {
    database = await freshDatabase('mysql');
    const log = captureLog();
    playground = await startPlayground({ database });
    log.stop();
    whole = await ownSchema(playground.strapi);
  });

  afterAll(async () => {
    await playground.stop();
    await database.drop();
  });

  it('at any of its statements is finished by the next boot, with every table and index', async () => {
    const { strapi } = playground;
    let steps = 0;
    for (let at = 1; ; at += 1) {
      await forgetAll(strapi);
      const outcome = await endingBefore(strapi, at, () => migrate(strapi));
      await migrate(strapi);

      expect({ at, schema: await ownSchema(strapi) }).toEqual({ at, schema: whole });
      const { api_access_roles: roles, api_access_epoch: epoch } = await rowsOf(database);
      expect({ at, roles: roles?.length, epoch: epoch?.length }).toEqual({
        at,
        roles: 2,
        epoch: 1,
      });
      if (outcome === 'came to its end') break;
      steps = at;
    }
    // Each migration is several statements.
    expect(steps).toBeGreaterThan(20);
  }, 600_000);
});
