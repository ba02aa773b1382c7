import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import fc from 'fast-check';

import { createScanner, type FoundToken } from '../../cli/src/find/scanner';
import { formatToken, hintOf, type Token } from '../../server/src/domain/token';
import { runHere } from '../support/cli-world';
import { token, tokenText } from './arbitraries';

/** A text in pieces, cut at these places. */
const cut = (text: string, places: readonly number[]): string[] => {
  const ends = [...places.map((place) => place % (text.length + 1)), text.length].sort(
    (a, b) => a - b,
  );
  return ends.map((end, at) => text.slice(at === 0 ? 0 : ends[at - 1], end));
};

const scanned = (pieces: readonly string[]): FoundToken[] => {
  const scanner = createScanner();
  return pieces.flatMap((piece) => [...scanner.next(piece)]);
};

const noise = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.stringMatching(/^[a-z0-9_\n]{0,40}$/),
  fc.stringMatching(/^[a-z]{2,8}_[0-9A-Za-z]{12}_[0-9A-Za-z]{30,49}$/),
  fc.constantFrom('\\n', '%22', 'TOKEN_', 'token_of_', 'key=', '\n\n'),
);
const parts = fc.array(fc.tuple(noise, token), { maxLength: 4 });
const places = fc.array(fc.nat(2_000), { maxLength: 8 });

/** Cut as a token is, and made so that nothing else can be read into the text around it. */
const textOf = (around: readonly (readonly [string, Token])[]): string =>
  around.map(([before, each]) => `${before}${formatToken(each)}`).join('');

describe('looking for tokens in a text', () => {
  it('finds each token once, whatever stands around it and wherever the text is cut', () => {
    fc.assert(
      fc.property(parts, noise, places, (around, rest, at) => {
        const text = textOf(around) + rest;
        const found = scanned(cut(text, at));
        const whole = scanned([text]);
        expect(found).toEqual(whole);
        for (const { line, column, text: secret } of whole)
          expect(text.split('\n')[line - 1]?.startsWith(secret, column - 1)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('finds a token of any prefix, also where letters before it look like a part of that', () => {
    fc.assert(
      fc.property(
        tokenText,
        fc.stringMatching(/^[a-z0-9]{0,30}$|^[A-Z_"'=: \n]{0,5}$/),
        places,
        (secret, before, at) => {
          const found = scanned(cut(`${before}${secret}abc`, at));
          expect(found.map(({ text }) => text)).toEqual([secret]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('finds nothing in what only looks like a token', () => {
    fc.assert(
      fc.property(token, fc.nat(48), places, (each, place, at) => {
        const text = formatToken(each);
        const index = text.length - 1 - place;
        const other = text[index] === 'x' ? 'y' : 'x';
        const damaged = text.slice(0, index) + other + text.slice(index + 1);
        for (const miss of [damaged, text.slice(0, -1), hintOf(each), text.toUpperCase()])
          expect(scanned(cut(miss, at))).toEqual([]);
      }),
    );
  });

  it('keeps no more of a long text than the beginning of a token', () => {
    const scanner = createScanner();
    const secret = fc.sample(tokenText, 1)[0] ?? '';
    for (let piece = 0; piece < 2_000; piece += 1)
      expect([...scanner.next('a'.repeat(10_000))]).toEqual([]);
    expect([...scanner.next(`\n ${secret}`)]).toMatchObject([{ line: 2, column: 2, text: secret }]);
  });
});

describe('find', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cli-find-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  let made = 0;
  const write = (files: Record<string, string | Buffer>): string => {
    made += 1;
    const root = path.join(folder, String(made));
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(root, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    return root;
  };

  const [first, second] = fc.sample(token, 2) as [Token, Token];
  const [one, two] = [formatToken(first), formatToken(second)];

  it('prints where tokens stand, and never a secret', async () => {
    await fc.assert(
      fc.asyncProperty(token, noise, fc.boolean(), async (each, before, asJson) => {
        const secret = formatToken(each);
        const root = write({ 'a.txt': `x\n${before}\n é ${secret}\n` });
        const { code, stdout, stderr } = await runHere([
          'find',
          '--all',
          root,
          ...(asJson ? ['--json'] : []),
        ]);

        expect(code).toBe(1);
        expect(stdout).toContain(each.accessId);
        expect(stdout).toContain(hintOf(each));
        expect(stdout + stderr).not.toContain(each.secret);
      }),
      { numRuns: 50 },
    );
  });

  it('names file, line and column, in the order of the names', async () => {
    const root = write({ 'b/c.env': `A=1\nKEY="${two}"`, 'a.txt': one, 'clean.txt': 'sak_' });

    const { code, stdout, stderr } = await runHere(['find', root]);

    expect(code).toBe(1);
    expect(stdout.split('\n')).toEqual([
      `${root}/a.txt:1:1  ${hintOf(first)}`,
      `${root}/b/c.env:2:6  ${hintOf(second)}`,
    ]);
    expect(stderr).toBe('Tokens found: 2. Files read: 3. Binary files left out: 0.');
  });

  it('says for programs what it says for people', async () => {
    const root = write({ 'a.txt': `\n${one}\n${two}`, 'blob.bin': Buffer.from([1, 0, 2]) });
    const { stdout } = await runHere(['find', '--json', root]);

    expect(JSON.parse(stdout)).toEqual({
      data: [first, second].map((each, at) => ({
        file: `${root}/a.txt`,
        line: at + 2,
        column: 1,
        prefix: each.prefix,
        accessId: each.accessId,
        displayId: `${each.prefix}_${each.accessId}`,
        hint: hintOf(each),
      })),
      meta: { files: 1, binary: 1, unreadable: [] },
    });
    expect(JSON.parse((await runHere(['find', '--json', write({ a: '' })])).stdout)).toEqual({
      data: [],
      meta: { files: 1, binary: 0, unreadable: [] },
    });
  });

  it('leaves out binary files and what others wrote, unless all of it is asked for', async () => {
    const root = write({
      'node_modules/x/index.js': one,
      '.git/config': one,
      'data.bin': Buffer.concat([Buffer.from([0]), Buffer.from(one)]),
      'node_modules.txt': 'nothing',
    });

    expect(await runHere(['find', root])).toMatchObject({ code: 0, stdout: '' });
    const { code, stdout } = await runHere(['find', '--all', root]);
    expect([code, stdout.split('\n').length]).toEqual([1, 3]);
    expect((await runHere(['find', path.join(root, 'node_modules')])).code).toBe(1);
  });

  it('reads what PowerShell writes', async () => {
    const utf16 = Buffer.from(`\ufeffé\r\n ${one}`, 'utf16le');
    const root = write({ 'le.txt': utf16, 'be.txt': Buffer.from(utf16).swap16() });

    expect((await runHere(['find', root])).stdout.split('\n')).toEqual([
      `${root}/be.txt:2:2  ${hintOf(first)}`,
      `${root}/le.txt:2:2  ${hintOf(first)}`,
    ]);
  });

  it('follows no link within a folder, but the one that is named', async () => {
    const root = write({ 'real/a.txt': one });
    const other = write({ 'b.txt': 'nothing' });
    symlinkSync(path.join(root, 'real'), path.join(other, 'folder'));
    symlinkSync(path.join(root, 'real', 'a.txt'), path.join(other, 'file'));
    symlinkSync(other, path.join(other, 'circle'));

    expect((await runHere(['find', other])).code).toBe(0);
    expect((await runHere(['find', path.join(other, 'folder')])).code).toBe(1);
    expect((await runHere(['find', path.join(other, 'file')])).code).toBe(1);
  });

  it('shows no secret that is the name of a file, and leads no terminal astray', async () => {
    const root = write({ [`${one}\u001b[2J.txt`]: two });
    const { stdout, stderr } = await runHere(['find', root]);

    expect(stdout).toContain(`${first.accessId}?[2J.txt:1:1`);
    expect(stdout + stderr).not.toContain(first.secret);
    expect(stdout).not.toContain('\u001b');
  });

  it('reads stdin, in whatever pieces it comes', async () => {
    const text = Buffer.from(`a\n${one}`);
    const stdin = Array.from(text, (_, at) => text.subarray(at, at + 1));

    expect(await runHere(['find', '-'], { stdin })).toMatchObject({
      code: 1,
      stdout: `-:2:1  ${hintOf(first)}`,
    });
  });

  it('says what it could not read, and calls that no clean bill', async () => {
    const root = write({ 'a.txt': 'nothing' });
    const gone = path.join(root, 'gone');
    symlinkSync(path.join(root, 'nowhere'), gone);

    expect(await runHere(['find', root, gone])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining(`could not be read: ${gone}`) as string,
    });
    expect((await runHere(['find', path.join(root, 'nowhere')])).code).toBe(2);
  });
});
