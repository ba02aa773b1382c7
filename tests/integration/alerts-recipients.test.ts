import { bulkEndpoints, keyEndpoints } from '../../contracts';
import { FIRST_ADMIN } from '../support/accounts';
import { answerOf } from '../support/admin-api';
import { createAdmin } from '../support/admins';
import { type AlertedPlayground, DENIED, startAlerted, WATCHER } from '../support/alerts';

const BURST = 5;

let playground: AlertedPlayground;

beforeAll(async () => {
  playground = await startAlerted();
});

beforeEach(async () => {
  await playground.setAlerts({ isOn: true, denials: BURST, recipients: [] });
});

afterAll(() => playground.stop());

/** An alert of a key of the first admin's, whose mail the server does not take yet. */
const waiting = async (name: string) => {
  playground.setTime('2026-06-01T12:00:00Z');
  playground.mailServer.refuseWith('451 Try again later');
  const { data, token } = await answerOf(
    playground.admin,
    keyEndpoints.create,
    { body: { name, expiresAt: null } },
    201,
  );
  await playground.ask(token, DENIED, BURST);
  const raised = await playground.look();
  expect([raised.mails, raised.events.length]).toEqual([[], 1]);
  playground.mailServer.refuseWith(null);
  return data;
};

const recipientsLater = async (): Promise<string[]> => {
  playground.setTime('2026-06-01T12:30:00Z');
  return (await playground.look()).mails.map(({ to }) => to);
};

describe('an alert whose mail waits', () => {
  it('goes to who answers for the key, as long as that is the same person', async () => {
    await waiting('kept');
    expect(await recipientsLater()).toEqual([FIRST_ADMIN.email]);
  });

  it('does not go to whom the key was taken from', async () => {
    const { id } = await waiting('handed on');
    const bob = await createAdmin(playground, { name: 'Bob', roles: [] });
    const { documentId: author } = (await playground.strapi.db
      .query('admin::user')
      .findOne({ where: { id: bob.id } })) as { documentId: string };
    const taken = await answerOf(playground.admin, bulkEndpoints.takeOver, {
      body: { ids: [id], author },
    });
    expect(taken.data.done).toHaveLength(1);
    expect(await recipientsLater()).toEqual([]);
  });

  it('goes neither to an address that was taken out of the rules, nor where alerts were turned off', async () => {
    await playground.setAlerts({ recipients: [WATCHER, 'left@example.com'] });
    await waiting('watched');
    await playground.setAlerts({ recipients: [WATCHER] });
    expect(await recipientsLater()).toEqual([WATCHER]);

    await waiting('turned off');
    await playground.setAlerts({ isOn: false });
    expect(await recipientsLater()).toEqual([]);
  });
});
