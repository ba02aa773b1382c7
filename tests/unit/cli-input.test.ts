import fc from 'fast-check';

import { accessIdOf } from '../../cli/src/app/named-key';
import { EXIT } from '../../cli/src/exit';
import { failureOf } from '../../cli/src/failure';
import { chosenTokens } from '../../cli/src/import/chosen';
import { inBatches } from '../../cli/src/import/in-batches';
import { type StrapiToken } from '../../contracts';
import { requireConsent } from '../../cli/src/input/confirm';
import { parseExpiry, parseNextExpiry } from '../../cli/src/input/expiry';
import { operatorOf } from '../../cli/src/input/operator';
import { facts, table } from '../../cli/src/output/table';
import { ApiAccessError } from '../../server/src/domain/errors';
import { displayId, formatToken } from '../../server/src/domain/token';
import { runHere, someWorld } from '../support/cli-world';
import { token, tokenText } from './arbitraries';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const [secret = ''] = fc.sample(tokenText, 1);
const [, accessId = '', rest = ''] = secret.split('_');

describe('an expiry on the command line', () => {
  it.each([
    ['90d', '2026-04-01T00:00:00.000Z'],
    ['1d', '2026-01-02T00:00:00.000Z'],
    ['2030-01-31', '2030-01-31T00:00:00.000Z'],
    ['2030-01-31T12:00:00+01:00', '2030-01-31T12:00:00+01:00'],
    ['never', null],
  ])('%s is %s', (text, instant) => {
    expect(parseExpiry(text, NOW)).toBe(instant);
  });

  it.each([
    '',
    '0d',
    '-1d',
    '90',
    '2030-02-31',
    '2030-01-31T12:00:00',
    'Never',
    'tomorrow',
    'same',
  ])('refuses "%s" and says what it takes', (text) => {
    expect(() => parseExpiry(text, NOW)).toThrow('--expires takes 90d');
  });

  it('can be as long again as a key was made for', () => {
    const issuedAt = '2025-01-01T00:00:00.000Z';
    const key = { issuedAt, expiresAt: '2025-01-31T00:00:00.000Z' };

    expect(parseNextExpiry('same', key, NOW)).toBe('2026-01-31T00:00:00.000Z');
    expect(parseNextExpiry('same', { issuedAt, expiresAt: null }, NOW)).toBeNull();
    expect(parseNextExpiry('1d', key, NOW)).toBe('2026-01-02T00:00:00.000Z');
  });
});

describe('what stands for a key', () => {
  it('may be its Access ID, with a prefix or without, or a whole token, which is cut to that', () => {
    fc.assert(
      fc.property(token, (each) => {
        for (const text of [
          each.accessId,
          displayId(each.prefix, each.accessId),
          formatToken(each),
        ])
          expect(accessIdOf(text)).toBe(each.accessId);
      }),
    );
    for (const text of [
      '',
      'prod-main-app',
      'sak_short',
      '1sak_7Hd2kQpXw3Zt',
      'sak_7Hd2kQpXw3Zt_x',
    ])
      expect(accessIdOf(text)).toBeNull();
  });
});

describe('who acts', () => {
  it('is named by --as, or by the account, and never by a token', () => {
    expect(operatorOf(someWorld({ account: 'root' }), 'deploy')).toMatchObject({
      kind: 'app',
      name: 'deploy (command line)',
    });
    expect(operatorOf(someWorld({ account: 'root' }), undefined).name).toBe('root (command line)');
    expect(operatorOf(someWorld(), undefined).name).toBe('command line');
    for (const name of ['', 'a\u0007', secret])
      expect(() => operatorOf(someWorld(), name)).toThrow(ApiAccessError);
  });
});

describe('what cannot be undone', () => {
  it('is done with --yes, or where a person agrees, and not where nobody is there', async () => {
    const ask = (answer: boolean | undefined, yes?: boolean) =>
      requireConsent(someWorld({ answer }), 'Sure?', yes);

    await expect(ask(true)).resolves.toBeUndefined();
    await expect(ask(undefined, true)).resolves.toBeUndefined();
    await expect(ask(false)).rejects.toMatchObject({ exitCode: EXIT.refused });
    await expect(ask(undefined)).rejects.toMatchObject({ exitCode: EXIT.usage });
  });
});

describe('what went wrong', () => {
  it('has an exit code that says whose fault it is', () => {
    const codes = [
      ApiAccessError.at('name_taken', 'name'),
      new ApiAccessError('invalid_input'),
      new ApiAccessError('hashing_busy'),
      new Error('connect ECONNREFUSED 127.0.0.1:5432'),
      undefined,
    ].map((error) => failureOf(error).exitCode);

    expect(codes).toEqual([EXIT.refused, EXIT.usage, EXIT.fault, EXIT.fault, EXIT.fault]);
  });

  it('is told in one line, also of a connection that was tried at several addresses', () => {
    const refused = new AggregateError([new Error('connect ECONNREFUSED ::1:5432')]);

    expect(failureOf(refused).message).toBe('connect ECONNREFUSED ::1:5432');
    expect(failureOf(new Error('a\n  b')).message).toBe('a b');
  });
});

describe('verify', () => {
  it('refuses a token as an argument, and does not repeat it', async () => {
    for (const args of [['verify', secret], [secret], ['list', `--${secret}`], ['nope', secret]]) {
      const { code, stdout, stderr } = await runHere([...args, '--json']);
      expect(code).toBe(2);
      expect(stdout + stderr).not.toContain(rest);
    }
    expect((await runHere(['verify', secret])).stderr).toContain('the history of the shell');
  });

  it('tells by shape and checksum alone whether a text is a token', async () => {
    const offline = (stdin: string) => runHere(['verify', '--offline'], { stdin });

    expect(await offline(` ${secret}\n`)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(accessId) as string,
    });
    expect((await offline(secret.slice(0, -1))).code).toBe(1);
    expect(await offline('\n')).toMatchObject({ code: 2, stderr: 'No token came on stdin.' });
    expect((await offline('x'.repeat(20_000))).code).toBe(2);
  });

  it('takes the token from a variable that is named', async () => {
    const run = (env: Record<string, string>) =>
      runHere(['verify', '--offline', '--json', '--env', 'TOKEN'], { env });

    const { code, stdout } = await run({ TOKEN: secret });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      data: { outcome: 'well-formed', displayId: secret.split('_', 2).join('_') },
    });
    expect(stdout).not.toContain(rest);
    expect((await run({})).code).toBe(2);
  });
});

describe('a command that is called in a wrong way', () => {
  it.each([
    [[]],
    [['nope']],
    [['list', '--nope']],
    [['list', '--status', 'nope']],
    [['create']],
    [['create', '--name', 'a', '--expires', 'nope']],
    [['create', '--name', 'a', '--technical-owner-email', 'a@example.com']],
    [['regenerate', 'a']],
    [['revoke']],
    [['find']],
    [['import', '--all', '--back', 'a']],
  ])('ends with 2: %j', async (args) => {
    expect((await runHere(args)).code).toBe(2);
  });

  it('says so for programs too', async () => {
    const { stdout } = await runHere(['list', '--status', 'nope', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'wrong_use' } });
  });

  it('is not that of help', async () => {
    for (const args of [['--help'], ['help', 'list'], ['list', '--help'], ['--version']])
      expect((await runHere(args)).code).toBe(0);
  });
});

describe('the tokens of Strapi that are chosen', () => {
  const tokens = [
    { id: 1, name: 'One', isUntouchedDefault: false },
    { id: 2, name: 'Two', isUntouchedDefault: false },
    { id: 3, name: '1', isUntouchedDefault: true },
  ] as StrapiToken[];
  const chosen = (token?: string[]) => chosenTokens(tokens, { token }).map(({ id }) => id);

  it('are not those that nobody has ever used, where all are meant', () => {
    expect(chosenTokens(tokens, { all: true }).map(({ id }) => id)).toEqual([1, 2]);
  });

  it('are all of them, or those that are named, each once', () => {
    expect(chosen()).toEqual([1, 2, 3]);
    expect(chosen(['Two', 'One', '2'])).toEqual([1, 2]);
    expect(() => chosen(['Three'])).toThrow('Strapi has no API token "Three".');
  });

  it('go in as many calls as the service takes', async () => {
    const sizes: number[] = [];
    const result = await inBatches(
      Array.from({ length: 120 }, (_, at) => at),
      (ids) => {
        sizes.push(ids.length);
        return Promise.resolve({ done: ids.slice(1), failed: ids.slice(0, 1) });
      },
    );
    expect(sizes).toEqual([50, 50, 20]);
    expect([result.done.length, result.failed]).toEqual([117, [0, 50, 100]]);
  });
});

describe('what people read', () => {
  it('stands in columns', () => {
    expect(table(['A', 'B'], [['long', 'x']])).toBe('A     B\nlong  x');
    expect(
      facts([
        ['Name', 'x'],
        ['Nothing', null],
        ['Id', 'y'],
      ]),
    ).toBe('Name  x\nId    y');
  });
});
