/** The built command line as an operator runs it: beside the app's server, on the same database. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { type IssuedKey, type Key } from '../../contracts';
import { activityOf } from '../support/activity';
import { type CliCall, type CliEnd, runCli } from '../support/cli-process';
import { makeRole, serviceOf } from '../support/consumers';
import { makeApiToken } from '../support/end-users';
import { type DatabaseName, describeOn, freshDatabase } from '../support/database-servers';
import { type Playground, startPlayground } from '../support/playground';
import { freePort } from '../support/playground-process';
import { makeWebhook, startWebhookReceiver } from '../support/webhook-receiver';

/** Each command boots an app of its own. */
jest.setTimeout(300_000);

const folder = mkdtempSync(path.join(tmpdir(), 'built-cli-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const keysIn = ({ stdout }: CliEnd): Key[] => (JSON.parse(stdout) as { data: Key[] }).data;

const onDatabase = (name: DatabaseName): void => {
  let app: Playground;
  let database: Awaited<ReturnType<typeof freshDatabase>>;

  beforeAll(async () => {
    database = await freshDatabase(name);
    app = await startPlayground({ database });
    await makeRole(app.strapi, { code: 'reader', name: 'Reader' });
  });

  afterAll(async () => {
    await app.stop();
    await database.drop();
  });

  const cli = (args: readonly string[], call: CliCall = {}): Promise<CliEnd> =>
    runCli(args, { database, ...call });
  const statusOf = async (token: string): Promise<number> =>
    (await app.request.get('/api/articles').set('x-api-key', token)).status;

  /** A key made at the terminal, in this process: what is asked about is what follows. */
  const issue = async (key: string): Promise<IssuedKey> =>
    serviceOf(app.strapi, 'keys').create({ name: key, roles: ['reader'], expiresAt: null });

  it('makes a key whose token stands alone on stdout and works at once', async () => {
    const made = await cli([
      'create',
      ...['--name', 'prod-main-app', '--role', 'reader', '--tag', 'prod', 'web'],
      ...['--expires', '2099-01-31', '--description', 'From a terminal', '--as', 'deploy'],
    ]);
    const token = made.stdout.trim();

    expect([made.code, made.stdout]).toEqual([0, `${token}\n`]);
    expect(made.stderr).toContain('2099-01-31T00:00:00.000Z');
    expect(made.stderr).not.toContain(token);
    expect(await statusOf(token)).toBe(200);

    const listed = await cli(['list', '--json', '--tag', 'WEB']);
    const [key] = keysIn(listed);
    expect(key).toMatchObject({
      name: 'prod-main-app',
      description: 'From a terminal',
      roles: [{ code: 'reader' }],
      tags: [{ name: 'prod' }, { name: 'web' }],
      lastIssuedBy: 'deploy (command line)',
      author: null,
    });
    expect(await activityOf(app.admin, { key: key?.id, kind: 'key.created' })).toMatchObject([
      { kind: 'key.created', actor: { kind: 'app', name: 'deploy (command line)' } },
    ]);
  });

  it('ends a key, and tells webhooks before it leaves', async () => {
    const { data, token } = await issue('to be revoked');
    const receiver = await startWebhookReceiver();
    await makeWebhook(app.admin, receiver.url, ['api-access.revoked']);

    expect(await cli(['revoke', token])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('say --yes') as string,
    });
    expect(await statusOf(token)).toBe(200);

    const done = await cli(['revoke', token, '--yes', '--json']);

    expect(done.code).toBe(0);
    expect((JSON.parse(done.stdout) as { data: Key }).data).toMatchObject({
      id: data.id,
      status: 'revoked',
    });
    expect(done.stderr).toContain('reader');
    expect(done.stdout + done.stderr).not.toContain(token.slice(-49));
    expect(await statusOf(token)).toBe(401);
    expect(receiver.deliveries.map(({ headers }) => headers['x-strapi-event'])).toEqual([
      'api-access.revoked',
    ]);
    expect(JSON.parse(receiver.deliveries[0]?.text ?? '')).toMatchObject({
      actor: { kind: 'app', name: expect.stringContaining('command line') as string },
    });
    await receiver.stop();
  });

  it("takes over Strapi's own API tokens, and gives them back", async () => {
    const token = await makeApiToken(app.strapi, { name: 'Kiosk', type: 'full-access' });
    const bearer = async () =>
      (await app.request.get('/api/articles').set('Authorization', `Bearer ${token}`)).status;
    const held = () => app.strapi.db.query('admin::api-token').count({ where: { name: 'Kiosk' } });

    const plan = await cli(['import', '--json']);
    expect((JSON.parse(plan.stdout) as { data: object[] }).data).toContainEqual(
      expect.objectContaining({ name: 'Kiosk', keyName: 'Kiosk', problem: null }),
    );
    expect(await held()).toBe(1);

    const moved = await cli(['import', '--all', '--yes', '--as', 'deploy']);
    expect(moved).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Moved Kiosk: /) as string,
    });
    expect([await bearer(), await held()]).toEqual([200, 0]);
    const verified = await cli(['verify', '--json'], { stdin: `${token}\n` });
    expect(JSON.parse(verified.stdout)).toMatchObject({
      data: { outcome: 'granted', state: 'active', key: { name: 'Kiosk', strapiToken: true } },
    });
    const again = await cli(['import', '--all', '--yes']);
    expect(again).toMatchObject({ code: 0, stdout: '', stderr: 'There is nothing to move.\n' });

    const back = await cli(['import', '--back', 'Kiosk', '--yes']);
    expect(back).toMatchObject({ code: 0, stdout: 'Moved back: Kiosk.\n' });
    expect([await bearer(), await held()]).toEqual([200, 1]);
  });

  it('says what a token is and whether it is let in', async () => {
    const { data, token } = await issue('to be verified');

    const granted = await cli(['verify', '--json'], { stdin: `${token}\n` });
    expect(granted.code).toBe(0);
    expect(JSON.parse(granted.stdout)).toMatchObject({
      data: { outcome: 'granted', key: { id: data.id } },
    });
    expect(granted.stdout).not.toContain(token.slice(-49));

    const { token: next } = await serviceOf(app.strapi, 'keys').regenerate(data.id, {
      expiresAt: null,
      revision: data.revision,
    });
    const old = await cli(['verify'], { stdin: token });
    expect([old.code, old.stdout]).toEqual([
      1,
      expect.stringContaining('Refused: the key has another secret.'),
    ]);
    const renewed = await cli(['verify', '--env', 'TOKEN'], { env: { TOKEN: next } });
    expect([renewed.code, renewed.stdout]).toEqual([0, expect.stringContaining('Granted.')]);
  });

  it('regenerates a key by its name', async () => {
    const { token } = await issue('to be regenerated');
    const { code, stdout } = await cli([
      ...['regenerate', 'to be regenerated', '--expires', 'never', '--yes', '--json'],
    ]);
    const issued = JSON.parse(stdout) as IssuedKey;

    expect([code, issued.data.expiresAt]).toEqual([0, null]);
    expect([await statusOf(token), await statusOf(issued.token)]).toEqual([401, 200]);
  });

  it('says of tokens in files how it stands with each', async () => {
    const active = await issue('lies in a file');
    const revoked = await issue('was revoked in time');
    await serviceOf(app.strapi, 'keys').revoke(revoked.data.id, {
      revision: revoked.data.revision,
    });
    const gone = await issue('is gone');
    await serviceOf(app.strapi, 'keys').delete(gone.data.id);
    const file = path.join(folder, `${name}.env`);
    writeFileSync(file, [active, revoked, gone, active].map(({ token }) => token).join('\n'));

    const found = await cli(['find', '--check', '--json', file]);

    expect(found.code).toBe(1);
    expect(JSON.parse(found.stdout)).toMatchObject({
      data: [
        { line: 1, state: 'active', name: 'lies in a file' },
        { line: 2, state: 'revoked', name: 'was revoked in time' },
        { line: 3, state: 'unknown', name: null },
        { line: 4, state: 'active', name: 'lies in a file' },
      ],
    });
  });

  it('lists all of them, page after page', async () => {
    const keys = serviceOf(app.strapi, 'keys');
    const { data } = await issue('the first of many');
    for (let at = 0; at < 105; at += 1)
      await keys.create({ name: `many ${String(at)}`, expiresAt: null });

    const all = keysIn(await cli(['list', '--json', '--search', 'many']));
    expect(new Set(all.map(({ id }) => id)).size).toBe(106);
    expect(all.map(({ id }) => id)).toContain(data.id);
  });
};

describe('the command line', () => {
  describeOn('sqlite', 'beside a running app', () => {
    onDatabase('sqlite');
  });
  describeOn('postgres', 'beside a running app', () => {
    onDatabase('postgres');
  });

  it('says in one sentence that the database does not answer', async () => {
    const port = String(await freePort());
    const env = { DATABASE_CLIENT: 'postgres', DATABASE_HOST: '127.0.0.1', DATABASE_PORT: port };
    const { code, stdout, stderr } = await runCli(['list'], { env });

    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toBe(`The app did not start: connect ECONNREFUSED 127.0.0.1:${port}\n`);
  });

  it('says where it cannot run', async () => {
    const database = await freshDatabase('sqlite');
    const elsewhere = await runCli(['list'], { folder });
    expect([elsewhere.code, elsewhere.stderr]).toEqual([
      2,
      expect.stringContaining('is not the folder of a Strapi app'),
    ]);

    const env = { PLAYGROUND_WITHOUT_API_ACCESS: 'true' };
    const without = await runCli(['list', '--json'], { database, env });
    expect([without.code, JSON.parse(without.stdout)]).toEqual([
      2,
      {
        error: {
          code: 'wrong_use',
          message: expect.stringContaining('is not installed') as string,
        },
      },
    ]);
    await database.drop();
  });
});
