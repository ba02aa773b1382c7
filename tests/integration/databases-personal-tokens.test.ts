import { myTokenEndpoints } from '../../contracts';
import { answerOf, send } from '../support/admin-api';
import { makeRole } from '../support/consumers';
import {
  describeOn,
  type FreshDatabase,
  freshDatabase,
  type ServerName,
} from '../support/database-servers';
import { captureLog } from '../support/log-capture';
import { openPersonalTokens } from '../support/personal-tokens';
import { type Playground, startPlayground } from '../support/playground';

/** A race is run so often; one alone may happen to be none. */
const ROUNDS = 4;

const limits = (server: ServerName) => () => {
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

  it('who asks for many at once gets exactly as many as are allowed', async () => {
    const { strapi, admin } = playground;
    const { id: role } = await makeRole(strapi);
    await openPersonalTokens(strapi, { maxTokens: 3, roles: [role] });
    for (let round = 0; round < ROUNDS; round += 1) {
      const answers = await Promise.all(
        [1, 2, 3, 4, 5, 6].map(async (n) =>
          send(admin, myTokenEndpoints.create, { body: { name: `${round}.${n}`, roles: [role] } }),
        ),
      );
      const { data } = await answerOf(admin, myTokenEndpoints.list);

      expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 409, 409, 409]);
      expect(data).toHaveLength(3);
      for (const { id } of data) await answerOf(admin, myTokenEndpoints.delete, { id });
    }
  });
};

describeOn('postgres', 'personal tokens', limits('postgres'));
describeOn('mysql', 'personal tokens', limits('mysql'));
