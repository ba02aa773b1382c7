import { type Knex } from 'knex';

import { roleEndpoints } from '../../contracts';
import { answerOf } from '../support/admin-api';
import { ARTICLE_FIND, bearer, makeKey, send } from '../support/consumers';
import {
  describeOn,
  type FreshDatabase,
  freshDatabase,
  type ServerName,
} from '../support/database-servers';
import { captureLog } from '../support/log-capture';
import { meet } from '../support/meeting';
import { startPlayground } from '../support/playground';
import { startPlaygroundProcess } from '../support/playground-process';

const EDITOR = { code: 'editor', name: 'Editor', permissions: [ARTICLE_FIND] };
const READ_ONLY = { code: 'read-only', name: 'Reading', kind: 'read-only' };
const roles = [EDITOR, READ_ONLY];

/** Whoever changes a role needs this row. */
const epochTaken = (obstacle: Knex.Transaction) =>
  obstacle('api_access_epoch').where({ id: 1 }).forUpdate().select('id');

const nodes = (server: ServerName) => () => {
  let database: FreshDatabase;
  let db: Knex;

  beforeAll(async () => {
    database = await freshDatabase(server);
    db = database.connect();
  });

  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  it('that boot at the same time make and change each of them once', async () => {
    const startBoth = () =>
      Promise.all([0, 1].map(() => startPlaygroundProcess({ database, apiAccess: { roles } })));

    const started = await (server === 'postgres' ? meet(db, epochTaken, startBoth) : startBoth());
    for (const node of started) await node.stop();

    const rows = await db('api_access_roles').orderBy('code').select('code', 'name', 'revision');
    expect(rows).toEqual([
      { code: 'editor', name: 'Editor', revision: 0 },
      { code: 'full-access', name: 'Full access', revision: 0 },
      { code: 'read-only', name: 'Reading', revision: 1 },
    ]);
    const told = await db('api_access_activity')
      .where('kind', 'like', 'role.%')
      .orderBy('subject_name')
      .select('kind', 'actor_kind', 'subject_name');
    expect(told).toEqual([
      { kind: 'role.created', actor_kind: 'system', subject_name: 'Editor' },
      { kind: 'role.updated', actor_kind: 'system', subject_name: 'Reading' },
    ]);
  });

  it('with another declaration change what keys may do at once, on those that run already', async () => {
    const log = captureLog();
    const running = await startPlayground({ database, apiAccess: { roles } });
    const { token } = await makeKey(running.strapi, { roles: ['editor'] });
    const asked = async () => (await send(`${running.url}/api/articles`, bearer(token))).status;
    expect(await asked()).toBe(200);

    const narrower = [{ ...EDITOR, permissions: [] }, READ_ONLY];
    const next = await startPlaygroundProcess({ database, apiAccess: { roles: narrower } });
    expect(await asked()).toBe(403);
    const { data } = await answerOf(running.admin, roleEndpoints.list);
    expect(data.find(({ code }) => code === 'editor')?.permissions).toEqual([]);

    // The older one does not fight for its own: that is left to its next boot.
    await next.stop();
    expect(await asked()).toBe(403);
    await running.stop();
    log.stop();
  });
};

describeOn('postgres', 'nodes with declared roles', nodes('postgres'));
describeOn('mysql', 'nodes with declared roles', nodes('mysql'));
