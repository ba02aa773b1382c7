import { ACTIVITY, activityOf } from '../support/activity';
import { type AlertedPlayground, DENIED, startAlerted, WATCHER } from '../support/alerts';
import { revoke, serviceOf } from '../support/consumers';
import {
  describeOn,
  type FreshDatabase,
  freshDatabase,
  type ServerName,
} from '../support/database-servers';
import { captureLog } from '../support/log-capture';
import { startJobNode } from '../support/job-node';
import { startMailServer } from '../support/mail-server';

const BURST = 6;
/** Each race is run so often; one alone may happen to be none. */
const ROUNDS = 8;
/** As many nodes that all look at once, each over connections of its own. */
const LOOKS = 4;

const racesOn = (server: ServerName) => () => {
  let database: FreshDatabase;
  let playground: AlertedPlayground;

  beforeAll(async () => {
    database = await freshDatabase(server);
    // On MySQL knex speaks of each table that Strapi makes within a transaction.
    const log = captureLog();
    playground = await startAlerted({ database });
    log.stop();
    const rules = { denials: BURST, windowMinutes: 10, recipients: [WATCHER] };
    await playground.setAlerts(rules);
  });

  afterAll(async () => {
    await playground.stop();
    await database.drop();
  });

  it('raise each alert once, with one mail, while others look and denials are written', async () => {
    const { strapi, admin, mailServer, makeKey, ask } = playground;
    const flush = () => serviceOf(strapi, 'usage').flush();
    const look = () => serviceOf(strapi, 'alerts').run();
    for (let round = 0; round < ROUNDS; round += 1) {
      playground.setTime(`2026-06-${String(round + 10)}T12:00:00Z`);
      const burst = await makeKey({ name: `Burst ${String(round)}` });
      const ended = await makeKey({ name: `Ended ${String(round)}` });
      await revoke(strapi, ended);
      await ask(burst.token, DENIED, BURST);
      await ask(ended.token, DENIED);
      await flush();
      const before = mailServer.mails.length;
      await ask(burst.token, DENIED, BURST - 1);
      await Promise.all([...Array.from({ length: LOOKS }, look), flush(), look()]);
      await look();

      expect(mailServer.mails.length - before).toBe(2);
      const told = await activityOf(admin, { kind: 'alert.raised', search: String(round) });
      const counts = told
        .filter(({ subject }) => subject?.name.endsWith(` ${String(round)}`))
        .map(({ subject, details }) => [subject?.name, details.count]);
      expect(counts.map(([name]) => name).sort()).toEqual([burst.data.name, ended.data.name]);

      // What the alert did not tell of is still there to be told: nothing was lost between the two.
      const [row] = await strapi.db
        .connection('api_access_denial_minutes')
        .sum<{ left: unknown }[]>({ left: 'count' });
      const [, count] = counts.find(([name]) => name === burst.data.name) ?? [];
      expect(Number(row?.left ?? 0) + Number(count)).toBe(2 * BURST - 1);
      await strapi.db.connection('api_access_denial_minutes').delete();
    }
  });
};

describeOn('postgres', 'nodes that look at once', racesOn('postgres'));
describeOn('mysql', 'nodes that look at once', racesOn('mysql'));

const nodesOn = (server: ServerName) => () => {
  it('raise one alert of a burst, and send one mail', async () => {
    const database = await freshDatabase(server);
    const mailServer = await startMailServer();
    const log = captureLog();
    const playground = await startAlerted({ database }, mailServer);
    log.stop();
    await playground.setAlerts({ denials: BURST, recipients: [WATCHER] });
    const { token } = await playground.makeKey({ name: 'Shared' });
    await playground.ask(token, DENIED, BURST);
    await serviceOf(playground.strapi, 'usage').flush();
    await playground.stop();

    // Without the lease, which only spares work: what each of them claims must be enough.
    const nodes = await Promise.all(
      [1, 2, 3].map(() => startJobNode('alerts', { database, env: mailServer.env })),
    );
    await Promise.all(nodes.map(({ run }) => run()));

    expect(mailServer.mails.map(({ subject }) => subject)).toEqual([
      'API key “Shared” is denied unusually often',
    ]);
    const db = database.connect();
    const told = await db(ACTIVITY).where({ kind: 'alert.raised' }).select<object[]>('id');
    expect(told).toHaveLength(1);
    await db.destroy();
    await mailServer.stop();
    await database.drop();
  });
};

describeOn('postgres', 'three nodes', nodesOn('postgres'));
describeOn('mysql', 'three nodes', nodesOn('mysql'));
