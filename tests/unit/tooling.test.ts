import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ask } from '../support/ask-node';

describe('what a step of the test command came to', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'api-access-tooling-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const report = (content: object): string => {
    const file = path.join(folder, 'report.json');
    writeFileSync(file, JSON.stringify(content));
    return file;
  };
  const jest = (counts: object, exit = 0, narrowed = false): unknown => {
    const file = report({
      numPassedTests: 3,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      numRuntimeErrorTestSuites: 0,
      ...counts,
    });
    const options = JSON.stringify({ file, exit, narrowed });
    return ask(`
      import { resultOfJest } from './scripts/lib/test-results.mjs';
      console.log(JSON.stringify(resultOfJest(${options})));`);
  };

  it.each([
    ['all passed', {}, 0, { passed: 3, failed: 0 }],
    ['one failed', { numFailedTests: 1 }, 1, { passed: 3, failed: 1 }],
    ['one was skipped', { numPendingTests: 1 }, 0, { passed: 3, failed: 1 }],
    ['one is still to be written', { numTodoTests: 1 }, 0, { passed: 3, failed: 1 }],
    ['a file did not even load', { numRuntimeErrorTestSuites: 1 }, 1, { passed: 3, failed: 1 }],
    ['nothing ran', { numPassedTests: 0 }, 0, { passed: 0, failed: 1 }],
    ['the runner ended badly after all passed', {}, 1, { passed: 3, failed: 1 }],
  ])('counts right when %s', (_, counts, exit, expected) => {
    expect(jest(counts, exit)).toMatchObject(expected);
  });

  it('does not hold against a pattern what the pattern left out', () => {
    expect(jest({ numPendingTests: 5 }, 0, true)).toMatchObject({ passed: 3, failed: 0 });
  });

  it('counts and names a browser test that passed at the second try', () => {
    const spec = (title: string, status: string) => ({ title, tests: [{ status }] });
    const file = report({
      stats: { expected: 1, unexpected: 0, flaky: 1, skipped: 0 },
      errors: [],
      suites: [
        {
          title: 'keys.test.ts',
          specs: [],
          suites: [{ title: 'keys', specs: [spec('are slow', 'flaky'), spec('are', 'expected')] }],
        },
      ],
    });
    const options = JSON.stringify({ file, exit: 0, narrowed: false });
    expect(
      ask(`
        import { resultOfPlaywright } from './scripts/lib/test-results.mjs';
        console.log(JSON.stringify(resultOfPlaywright(${options})));`),
    ).toEqual({
      passed: 2,
      failed: 0,
      problems: ['passed at the second try: keys.test.ts › keys › are slow'],
    });
  });

  it('counts a runner that left no report as failed', () => {
    const options = JSON.stringify({ file: path.join(folder, 'none.json'), exit: 'SIGKILL' });
    expect(
      ask(`
        import { resultOfPlaywright } from './scripts/lib/test-results.mjs';
        console.log(JSON.stringify(resultOfPlaywright(${options})));`),
    ).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('the mails of the demo', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'api-access-mails-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const keep = (mail: object) =>
    ask(`
      import { keepMail } from './scripts/lib/demo-mails.mjs';
      console.log(JSON.stringify(keepMail(${JSON.stringify(mail)}, ${JSON.stringify(folder)})));`);

  it('are kept one by one, each told of in a line, whatever was kept before', () => {
    writeFileSync(path.join(folder, '9.html'), 'of an earlier run');
    const to = [{ address: 'ada@example.com' }];
    expect(keep({ to, subject: 'Hello', html: '<p>Hello</p>' })).toMatch(
      /^✉ To ada@example\.com: Hello – .*10\.html$/,
    );
    expect(keep({ to, subject: 'Again', text: '1 < 2 & 3\n' })).toMatch(/11\.html$/);
    expect(readFileSync(path.join(folder, '10.html'), 'utf8')).toBe('<p>Hello</p>');
    expect(readFileSync(path.join(folder, '11.html'), 'utf8')).toContain('1 &lt; 2 &amp; 3');
  });
});

describe('the direction of imports', () => {
  const complaints = (filename: string, specifier: string): unknown => {
    const options = JSON.stringify({ filename, code: `import '${specifier}';` });
    return ask(`
      import { Linter } from 'eslint';
      import { importDirection } from './scripts/lint/import-direction.mjs';
      const { filename, code } = ${options};
      const messages = new Linter({ cwd: process.cwd() }).verify(
        code,
        {
          plugins: { local: { rules: { direction: importDirection } } },
          rules: { 'local/direction': 'error' },
        },
        { filename },
      );
      console.log(JSON.stringify(messages.map(({ message }) => message)));`);
  };

  it.each([
    ['contracts/keys.js', '../server/src/domain/token'],
    ['contracts/keys.js', '@strapi/utils'],
    ['server/src/domain/token.js', '../services/keys'],
    ['server/src/domain/token.js', '@strapi/utils'],
    ['server/src/services/storage/tables.js', '../../controllers/keys'],
    ['server/src/index.js', '../../admin/src/index'],
    ['admin/src/pages/keys/list-page.js', '../../../../server/src/domain/token'],
    ['react/src/screen.js', '../../admin/src/components/part'],
    ['react/src/screen.js', 'zod'],
  ])('forbids %s to import %s', (filename, specifier) => {
    expect(complaints(filename, specifier)).toHaveLength(1);
  });

  it.each([
    ['contracts/keys.js', './common'],
    ['contracts/keys.js', 'zod'],
    ['server/src/domain/token.js', '../../../contracts'],
    ['server/src/services/keys.js', '../domain/token'],
    ['server/src/index.js', './services'],
    ['admin/src/pages/keys/list-page.js', '../../../../contracts'],
    ['react/src/screen.js', '../../contracts/ids'],
    ['react/src/screen.js', 'react'],
  ])('lets %s import %s', (filename, specifier) => {
    expect(complaints(filename, specifier)).toEqual([]);
  });
});
