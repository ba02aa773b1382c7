import { storeWaiting } from '../support/waiting-notices';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { type Core } from '@strapi/types';

import { type IssuedKey, type Key, KEY_UID } from '../../contracts';
import {
  bearer,
  forged,
  makeKey,
  makeKeyWith,
  partsOf,
  revoke,
  send,
  serviceOf,
} from '../support/consumers';
import { type FreshDatabase, freshDatabase } from '../support/database-servers';
import { type Playground, startPlayground } from '../support/playground';
import { temporaryFolder } from '../support/playground-env';
import { type Rows, rowsOf } from '../support/stored-rows';
import { type CommandLine, commandLine } from '../support/strapi-cli';

/** Two commands, each of which boots a Strapi of its own and writes every table. */
const COMMANDS_MS = 300_000;

const folder = temporaryFolder();
const archive = path.join(folder.path, 'archive');

let ours: FreshDatabase;
let theirs: FreshDatabase;
let playground: Playground | undefined;
let live: IssuedKey;
let revoked: IssuedKey;
let foreign: IssuedKey;
let used: Key['usage'];
let kept: Rows;
let cli: CommandLine;

const boot = async (database: FreshDatabase, withoutApiAccess = false): Promise<Playground> => {
  playground = await startPlayground({ database, withoutApiAccess });
  return playground;
};

const stop = async () => {
  const running = playground;
  playground = undefined;
  await running?.stop();
};

const rowIdOf = async (strapi: Core.Strapi, { data }: IssuedKey): Promise<number> => {
  const where = { documentId: data.id };
  return ((await strapi.db.query(KEY_UID).findOne({ where })) as { id: number }).id;
};

beforeAll(async () => {
  cli = commandLine();
  ours = await freshDatabase();
  theirs = await freshDatabase();
  const { strapi, url, admin } = await boot(ours);
  live = await makeKeyWith(
    strapi,
    {},
    { name: 'Ours', tags: ['kept', 'also kept'], networks: ['127.0.0.0/8', '::1'] },
  );
  const byAdmin = { name: 'By an admin', tags: ['kept'], roles: [] };
  expect((await admin.post('/api-access/keys').send(byAdmin)).status).toBe(201);
  revoked = await makeKeyWith(strapi, { drafts: true }, { expiresAt: null });
  await revoke(strapi, revoked);
  const unused = await serviceOf(strapi, 'tags').create({ name: 'unused' });
  expect(unused.keyCount).toBe(0);
  const successor = await makeKey(strapi, { name: 'Successor' });
  await strapi.db.query(KEY_UID).update({
    where: { documentId: successor.data.id },
    data: { replaces: { id: await rowIdOf(strapi, live) } },
  });
  for (const { token } of [live, live, revoked]) {
    await send(`${url}/api/articles`, bearer(token));
  }
  await send(`${url}/api/articles`, bearer(forged(live.token)));
  await serviceOf(strapi, 'usage').flush();
  const { settings, revision } = await serviceOf(strapi, 'settings').current();
  await serviceOf(strapi, 'settings').update({ settings, revision });
  await serviceOf(strapi, 'states').write('notices', { lastRunSent: 3 });
  await storeWaiting(strapi);
  const [token] = await serviceOf(strapi, 'strapi-tokens').list();
  await serviceOf(strapi, 'strapi-tokens').move({ ids: [token?.id ?? 0] });
  ({ usage: used } = await serviceOf(strapi, 'keys').read(live.data.id));
  expect(used.allowed).toBe(2);
  await stop();
  kept = await rowsOf(ours);
});

afterAll(async () => {
  await stop();
  cli.remove();
  folder.remove();
  await ours.drop();
  await theirs.drop();
});

/** A boot with the plugin finds every row as it was, and every token works or is refused as before. */
const expectAllIsWell = async () => {
  const { strapi } = await boot(ours);
  const keys = serviceOf(strapi, 'keys');

  expect(await keys.verify(live.token, '127.0.0.1')).toMatchObject({
    outcome: 'granted',
    credentials: { accessId: live.data.accessId, roles: live.data.roles?.map(({ code }) => code) },
  });
  expect(await keys.verify(revoked.token)).toMatchObject({ refusal: { code: 'revoked_token' } });
  expect(await keys.read(live.data.id)).toEqual({ ...live.data, usage: used });
  await stop();
  expect(await rowsOf(ours)).toEqual(kept);
};

describe('a boot without the plugin', () => {
  it('begins with something in every table', () => {
    const empty = Object.entries(kept).filter(([, rows]) => rows.length === 0);

    expect(empty).toEqual([]);
    expect(kept.api_access_credentials).toHaveLength(5);
  });

  it('loses no row of any table', async () => {
    const { strapi } = await boot(ours, true);
    expect(Object.keys(strapi.plugins)).not.toContain('api-access');
    await stop();

    expect(await rowsOf(ours)).toEqual(kept);
  });

  it('changes nothing for the next boot with it', expectAllIsWell);
});

describe('an import of another app', () => {
  it(
    'brings its content, and none of its keys',
    async () => {
      const { strapi } = await boot(theirs);
      foreign = await makeKeyWith(
        strapi,
        { name: 'Foreign role' },
        { name: 'Foreign', tags: ['foreign'] },
      );
      await strapi.documents('api::article.article').create({ data: { title: 'Came along' } });
      await stop();

      await cli.run(theirs, ['export', '--no-encrypt', '--no-compress', '-f', archive]);
      const exported = readFileSync(`${archive}.tar`, 'latin1');
      // Said without the whole archive, should it fail.
      const has = (text: string) => ({ text, found: exported.includes(text) });
      expect(has('Came along')).toMatchObject({ found: true });
      const { accessId, secret } = partsOf(foreign.token);
      for (const text of ['Foreign', accessId, secret, '$argon2', foreign.data.id]) {
        expect(has(text)).toEqual({ text, found: false });
      }

      await cli.run(ours, ['import', '--force', '-f', `${archive}.tar`]);
      expect(await rowsOf(ours)).toEqual(kept);
    },
    COMMANDS_MS,
  );

  it('is followed by a boot without the plugin, and still nothing is lost', async () => {
    await boot(ours, true);
    await stop();

    expect(await rowsOf(ours)).toEqual(kept);
  });

  it('loses nothing either where it came from an app that never had the plugin', async () => {
    const { strapi } = await boot(ours);
    // An import replaces the core store, and with it what says which tables to keep.
    await strapi.store({ type: 'core', key: 'persisted_tables' }).delete({});
    await stop();
    await boot(ours, true);
    await stop();

    expect(await rowsOf(ours)).toEqual(kept);
  });

  it('changes nothing for the next boot with it', expectAllIsWell);

  it('leaves our tokens working over HTTP, and gives theirs nothing', async () => {
    const { strapi, url } = await boot(ours);

    expect(await strapi.documents('api::article.article').count({})).toBe(1);
    expect((await send(`${url}/api/articles`, bearer(live.token))).status).toBe(200);
    expect((await send(`${url}/api/articles`, bearer(foreign.token))).status).toBe(401);
  });
});
