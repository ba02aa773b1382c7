import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import fc from 'fast-check';
import { RE2JS } from 're2js';

import { formatToken, parseToken } from '../../server/src/domain/token';
import { token } from './arbitraries';

const DOC = readFileSync(path.join(__dirname, '../../docs/secret-scanning.md'), 'utf8');

const block = (language: string): string => {
  const [, code] = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(DOC) ?? [];
  if (code === undefined) throw new Error(`The docs have no block in ${language}.`);
  return code;
};

/** The blocks of one line without a language: the expression, and a token of no key. */
const [EXPRESSION = '', TEST_STRING = ''] = Array.from(
  DOC.matchAll(/```\n(.*)\n```/g),
  ([, line = '']) => line,
);
const [, GITLEAKS = ''] = /regex = '''(.*)'''/.exec(block('toml')) ?? [];

/** A token with the prefix that the docs' expression names. */
const tokenText = token.map((parts) => formatToken({ ...parts, prefix: 'sak' }));

/** What an expression finds in a text, by Go's engine as gitleaks has it, and by JavaScript's. */
const found = (expression: string, text: string): string[][] => {
  const matcher = RE2JS.compile(expression).matcher(text);
  const byRe2: string[] = [];
  while (matcher.find()) byRe2.push(matcher.group() ?? '');
  return [byRe2, Array.from(text.matchAll(new RegExp(expression, 'g')), ([match]) => match)];
};

describe('the published expression', () => {
  it('is the same for every scanner', () => {
    expect(GITLEAKS).toBe(EXPRESSION);
    expect(found(EXPRESSION, TEST_STRING)).toEqual([[TEST_STRING], [TEST_STRING]]);
    expect(parseToken(TEST_STRING)).not.toBeNull();
  });

  it('finds every token, whole, wherever it stands', () => {
    const around = fc.constantFrom(
      ['', ''],
      ['TOKEN=', '\n'],
      ['TOKEN_', ''],
      ['"', '"'],
      ['\\n', '\\n'],
      ['Bearer%20', '%22'],
      ['%3D', '%26'],
      ['https://x.test/?key=', '&a=1'],
    );
    fc.assert(
      fc.property(tokenText, around, (text, [before = '', after = '']) => {
        expect(found(EXPRESSION, `${before}${text}${after}`)).toEqual([[text], [text]]);
      }),
    );
  });

  it('finds nothing in what is shown of a token, nor in a part of one', () => {
    fc.assert(
      fc.property(tokenText, fc.integer({ min: 1, max: 40 }), (text, cut) => {
        const [shown = ''] = /^[^_]+_[^_]+/.exec(text) ?? [];
        for (const part of [shown, `${shown}_••••${text.slice(-4)}`, text.slice(0, -cut)])
          expect(found(EXPRESSION, part)).toEqual([[], []]);
      }),
    );
  });
});

describe('the published check of a find', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'secret-scanning-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  /** What the printed module says of each text, run by Node as it stands. */
  const judged = (texts: readonly string[]): unknown => {
    const file = path.join(folder, 'is-token.mjs');
    const judge = `console.log(JSON.stringify(${JSON.stringify(texts)}.map(isToken)));`;
    writeFileSync(file, `${block('js')}\n${judge}`);
    return JSON.parse(execFileSync(process.execPath, [file], { encoding: 'utf8' }));
  };

  it('tells tokens from what only looks like one', () => {
    const tokens = fc.sample(tokenText, 200);
    const damaged = tokens.map((text, at) => {
      const place = text.length - 1 - (at % 49);
      return text.slice(0, place) + (text[place] === 'x' ? 'y' : 'x') + text.slice(place + 1);
    });

    expect(judged(tokens)).toEqual(tokens.map(() => true));
    expect(judged(damaged)).toEqual(damaged.map(() => false));
  });
});
