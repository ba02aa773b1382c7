import { keyEndpoints, type Settings } from '../../contracts';
import { FIRST_ADMIN } from '../support/accounts';
import { answerOf } from '../support/admin-api';
import { CREDENTIALS, serviceOf } from '../support/consumers';
import { heardWhile } from '../support/events';
import { type NoticedPlayground, startNoticed } from '../support/notices';

const AUTHOR = FIRST_ADMIN.email;
const USERS = 'plugin::users-permissions.user';

describe('expiry notices whose rules change', () => {
  let playground: NoticedPlayground;

  beforeAll(async () => {
    playground = await startNoticed();
  });

  afterAll(async () => {
    await playground.stop();
  });

  const create = async (name: string) => {
    playground.setTime('2026-01-01T10:00:00Z');
    const body = { name, expiresAt: '2026-06-15T15:30:00Z' };
    return (await answerOf(playground.admin, keyEndpoints.create, { body }, 201)).data;
  };

  const remove = (id: string) => answerOf(playground.admin, keyEndpoints.delete, { id });

  const walk = async (from: string, until: string, stepHours = 1): Promise<string[]> =>
    (await playground.walk(`2026-${from}:00:00Z`, `2026-${until}:00:00Z`, stepHours)).map(
      ({ to, subject }) => `${to}: ${subject}`,
    );

  const setDays = (days: Settings['notices']['days']) => playground.setNotices({ days });

  it('follow rules that are saved while the job runs', async () => {
    const { id } = await create('planned-anew');
    await setDays([2]);
    playground.setTime('2026-06-01T10:00:00Z');
    let asked = 0;
    await serviceOf(playground.strapi, 'notices').run(async () => {
      asked += 1;
      if (asked === 1) await setDays([5]);
      return true;
    });
    expect(await walk('06-10T07', '06-10T10')).toEqual([
      `${AUTHOR}: API key “planned-anew” expires in 5 days`,
    ]);
    await setDays([30, 7, 1]);
    await remove(id);
  });

  it('follow rules that are saved between reading the keys and moving them on', async () => {
    const { id } = await create('saved-between');
    await setDays([2]);
    playground.setTime('2026-06-01T10:00:00Z');
    const settings = serviceOf(playground.strapi, 'settings');
    const current = settings.current.bind(settings);
    const reads = jest.spyOn(settings, 'current').mockImplementationOnce(async (trx) => {
      const before = await current(trx);
      await setDays([5]);
      return before;
    });
    await playground.run();
    reads.mockRestore();
    expect(await walk('06-10T07', '06-10T10')).toEqual([
      `${AUTHOR}: API key “saved-between” expires in 5 days`,
    ]);
    await setDays([30, 7, 1]);
    await remove(id);
  });

  it('never go back to a day that lies farther from the expiry than one already given', async () => {
    const { id } = await create('nearer-already');
    expect(await walk('06-08T08', '06-08T10')).toHaveLength(1);
    await setDays([20, 1]);
    const heard = await heardWhile(playground.strapi, async () => {
      expect(await walk('06-08T11', '06-13T08', 6)).toEqual([]);
    });
    expect(heard).toEqual([]);
    expect(await walk('06-14T08', '06-14T10')).toHaveLength(1);
    await setDays([30, 7, 1]);
    await remove(id);
  });

  it('come late where the mail server was away over an expiry that nobody is mailed upon', async () => {
    const { id } = await create('away-over-expiry');
    await playground.setNotices({ onExpiry: false });
    await walk('06-08T09', '06-08T09');
    playground.mailServer.refuseWith('451 4.3.0 Try again later');
    expect(await walk('06-14T09', '06-16T08')).toEqual([]);
    playground.mailServer.refuseWith(null);
    expect(await walk('06-16T09', '06-18T09')).toEqual([
      `${AUTHOR}: API key “away-over-expiry” has expired`,
    ]);
    await playground.setNotices({ onExpiry: true });
    await remove(id);
  });

  it('reach everybody else where one account has an address that is too long for mails', async () => {
    const domain = `@${'b'.repeat(60)}.${'c'.repeat(60)}.com`;
    const email = 'a'.repeat(255 - domain.length) + domain;
    const { strapi } = playground;
    const person = (await strapi.db.query(USERS).create({ data: { username: 'long', email } })) as {
      documentId: string;
    };
    const unreachable = await create('unreachable');
    const { id } = await create('reachable');
    await strapi.db
      .connection(CREDENTIALS)
      .where({ access_id: unreachable.accessId })
      .update({ owner_kind: 'user', owner_id: person.documentId });
    expect(await walk('06-08T08', '06-08T09')).toEqual([
      `${AUTHOR}: API key “reachable” expires in 7 days`,
    ]);
    for (const made of [id, unreachable.id]) await remove(made);
  });
});
