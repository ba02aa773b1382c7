/** The built declarations, as apps compile against them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { codeBlocksOf } from '../support/code-blocks';
import { COMPILERS, problemsOfApp } from '../support/compiled-app';
import { ROOT } from '../support/playground-env';

const DOC = readFileSync(path.join(ROOT, 'docs', 'types.md'), 'utf8');

const files = Object.fromEntries(codeBlocksOf(DOC).map(({ file = '', text }) => [file, text]));

describe('the page about types', () => {
  it('says of each block where an app has it', () => {
    expect(Object.keys(files)).toHaveLength(codeBlocksOf(DOC).length);
    expect(Object.keys(files)).not.toContain('');
  });

  it.each(Object.entries(COMPILERS))('compiles %s', (_, options) => {
    expect(problemsOfApp(files, options)).toEqual([]);
  });

  it('would not compile with mistakes in it', () => {
    const broken = (file: string, right: string, wrong: string) => {
      const text = files[file] ?? '';
      expect(text).toContain(right);
      return { [file]: text.replace(right, wrong) };
    };
    const problems = problemsOfApp({
      ...files,
      ...broken('src/index.ts', "service('keys')", "service('kyes')"),
      ...broken('src/api/report/routes/report.ts', "mode: 'any'", "mode: 'some'"),
      ...broken('src/api/report/controllers/report.ts', 'key.accessId', 'key.accessID'),
      ...broken('src/api/partner/services/partner.ts', "roles: ['read-only']", 'role: 1'),
      ...broken('src/listeners.ts', '{ key, daysLeft }', '{ key, days: daysLeft }'),
      ...broken('config/plugins.ts', 'keyPrefix', 'prefix'),
    });

    expect(new Set(problems.map((each) => each.split(':')[0]))).toEqual(
      new Set(Object.keys(files)),
    );
  });
});
