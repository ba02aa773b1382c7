import { keyEndpoints } from '../../contracts';
import { answerOf, send } from '../support/admin-api';
import { makeKey, serviceOf } from '../support/consumers';
import { allTold, heardWhile, inShort } from '../support/events';
import { captureLog } from '../support/log-capture';
import { type Playground, startPlayground } from '../support/playground';

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground();
});

afterAll(async () => {
  await playground.stop();
});

const heard = async (run: () => Promise<unknown>) =>
  inShort(await heardWhile(playground.strapi, run));
const make = (name: string) => makeKey(playground.strapi, { name });
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('an event and the app’s own transaction', () => {
  it('waits for the commit of the outermost one', async () => {
    const { strapi } = playground;
    const told = await heardWhile(strapi, async () => {
      await strapi.db.transaction(async () => {
        const listener = jest.fn(() => Promise.resolve());
        const off = strapi.eventHub.on('api-access.created', listener);
        const { data } = await make('waits');
        await strapi.db.transaction(() =>
          serviceOf(strapi, 'keys').revoke(data.id, { revision: 0 }),
        );
        await turn();
        await turn();
        off();
        expect(listener).not.toHaveBeenCalled();
      });
    });
    expect(inShort(told)).toEqual(['created waits', 'revoked waits']);
  });

  it('is never told where it is rolled back, by an error or by hand', async () => {
    const { strapi } = playground;
    const failing = strapi.db.transaction.bind(strapi.db);
    expect(
      await heard(async () => {
        const failed = failing(async () => {
          await make('rolled back');
          throw new Error('The app changed its mind.');
        });
        await expect(failed).rejects.toThrow('changed its mind');
        await failing(async ({ rollback }: { rollback: () => Promise<void> }) => {
          await make('rolled back');
          await rollback();
        });
        await make('rolled back');
      }),
    ).toEqual(['created rolled back']);
  });

  it('is told once, though others begin where an earlier commit has led', async () => {
    const { strapi } = playground;
    type Commit = { commit: () => Promise<void> };
    expect(
      await heard(() =>
        strapi.db.transaction(async ({ commit }: Commit) => {
          await make('within');
          await commit();
          // From here on Strapi hands one list of callbacks to every transaction.
          await make('behind');
          const refused = strapi.db.transaction(async () => {
            await make('never');
            throw new Error('The app changed its mind.');
          });
          await expect(refused).rejects.toThrow();
          await make('at last');
        }),
      ),
    ).toEqual(['created within', 'created behind', 'created at last']);
  });
});

describe('an event and who does things', () => {
  it('is not told of what was refused, nor of an edit that changed nothing', async () => {
    const { data } = await make('left alone');
    const edit = (body: object) =>
      send(playground.admin, keyEndpoints.update, { id: data.id, body });
    expect(
      await heard(async () => {
        expect((await edit({ name: 'other', revision: 7 })).status).toBe(409);
        expect((await edit({ name: 'left alone', revision: 0 })).status).toBe(200);
        await make('LEFT alone').catch(() => undefined);
      }),
    ).toEqual([]);
  });
});

describe('a listener', () => {
  const create = (name: string) =>
    answerOf(playground.admin, keyEndpoints.create, { body: { name } }, 201);

  it('that throws, at once or later, fails no request, and is logged', async () => {
    const { strapi } = playground;
    const leave = [
      strapi.eventHub.on('api-access.created', () => {
        throw new Error('The listener broke.');
      }),
      strapi.eventHub.on('api-access.revoked', () => Promise.reject(new Error('It broke later.'))),
    ];
    const log = jest.spyOn(strapi.log, 'warn').mockReturnValue(undefined as never);
    const { data, token } = await create('listened to');
    await answerOf(playground.admin, keyEndpoints.revoke, { id: data.id, body: { revision: 0 } });
    await allTold(strapi);
    for (const off of leave) off();

    const lines = log.mock.calls.map(([line]) => line as unknown as string);
    log.mockRestore();
    expect(lines).toEqual([
      expect.stringMatching(/api-access\.created .*The listener broke\./) as string,
      expect.stringMatching(/api-access\.revoked .*It broke later\./) as string,
    ]);
    expect(lines.join()).not.toContain(token.slice(-12));
  });

  it('that never ends holds up no request, and hears of the next one', async () => {
    const { strapi } = playground;
    const names: string[] = [];
    const off = strapi.eventHub.on('api-access.created', ({ key }: { key: { name: string } }) => {
      names.push(key.name);
      return new Promise<void>(() => undefined);
    });
    await create('first');
    await create('second');
    await allTold(strapi);
    off();
    expect(names).toEqual(['first', 'second']);
  });

  it('stands in no transaction and no request, and may use keys itself', async () => {
    const { strapi } = playground;
    let leave: () => void = () => undefined;
    const done = new Promise<boolean>((resolve) => {
      const listener = jest.fn(async () => {
        if (listener.mock.calls.length > 1) return;
        const isInside = strapi.db.inTransaction() || strapi.requestContext.get() !== undefined;
        await make('made by a listener');
        resolve(isInside);
      });
      leave = strapi.eventHub.on('api-access.created', listener);
    });
    // Strapi calls one listener after another: who comes after one that uses keys hears of that first.
    const all = await heard(async () => [await create('heard of'), await done]);
    expect(all.sort()).toEqual(['created heard of', 'created made by a listener']);
    leave();
    expect(await done).toBe(false);
  });

  it('is told nothing that the contract does not name, and nothing that does not fit it', async () => {
    const { strapi } = playground;
    const events = serviceOf(strapi, 'events');
    const about = events.about({
      row: { documentId: 'abc', name: 'Told' },
      credential: { accessId: 'abc', owner: null, expiresAt: null },
    });
    const key = { ...about.key, secretHash: '$argon2id$hash' };
    const log = captureLog();
    const told = await heardWhile(strapi, () => {
      events.emit('api-access.expiring', { ...about, key, daysLeft: 7 });
      events.emit('api-access.expiring', { ...about, key, daysLeft: 0 });
      return Promise.resolve();
    });
    log.stop();

    expect(told).toEqual([{ name: 'api-access.expiring', payload: { ...about, daysLeft: 7 } }]);
    expect(log.text()).not.toContain('argon2id');
  });
});
