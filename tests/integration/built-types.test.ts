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

/** What stands before each mistake; right by itself. */
const BEFORE = `
import type { Core } from '@strapi/strapi';
import { type ApiAccessPolicy, hasRole, type PluginOptions } from 'strapi-plugin-api-access/app';
declare const strapi: Core.Strapi;
export const plugin = strapi.plugin('api-access');
export const right: ApiAccessPolicy = hasRole({ roles: ['editor'] });
({ keyPrefix: 'acme' }) satisfies PluginOptions;
`;

const MISTAKES: readonly [what: string, code: string][] = [
  ['an option that there is not', `({ keyprefix: 'acme' }) satisfies PluginOptions;`],
  ['a precedence that there is not', `({ precedence: 'middle' }) satisfies PluginOptions;`],
  ['a header without a name', `({ header: true }) satisfies PluginOptions;`],
  ['a cost that there is not', `({ argon2: { memory: 65_536 } }) satisfies PluginOptions;`],
  ['Redis without an address', `({ redis: { timeoutMs: 100 } }) satisfies PluginOptions;`],
  ['an entitlement in words', `({ entitlement: () => 'yes' }) satisfies PluginOptions;`],
  ['a policy without API roles', `hasRole({});`],
  ['a mode that there is not', `hasRole({ roles: ['editor'], mode: 'some' });`],
  ['API roles by number', `hasRole({ roles: [1] });`],
  ['a setting of a policy that there is not', `hasRole({ roles: ['editor'], role: 'editor' });`],
  ['a policy that there is not', `'plugin::api-access.authentcated' satisfies ApiAccessPolicy;`],
  [
    'a policy by its name alone that needs API roles',
    `'plugin::api-access.has-role' satisfies ApiAccessPolicy;`,
  ],
  ['a service that there is not', `plugin.service('kyes');`],
  ['a service that is for the plugin alone', `plugin.service('verifier');`],
  ['a key without a name', `void plugin.service('keys').create({});`],
  [
    'a field of a key that there is not',
    `void plugin.service('keys').create({ name: 'a', expires: null });`,
  ],
];

describe('the compiler of an app', () => {
  const STRICT = COMPILERS['strictly, for a bundler'];
  const fileOf = (at: number) => `mistake-${String(at)}.ts`;
  let problems: string[];

  beforeAll(() => {
    const mistakes = MISTAKES.map(([, code], at): [string, string] => [fileOf(at), BEFORE + code]);
    problems = problemsOfApp({ 'right.ts': BEFORE, ...Object.fromEntries(mistakes) }, STRICT);
  });

  it('has nothing against what is right', () => {
    expect(problems.filter((each) => !each.startsWith('mistake-'))).toEqual([]);
  });

  it.each(MISTAKES.map(([what], at) => [what, at] as const))(
    'refuses %s, and that alone',
    (_, at) => {
      const line = String(BEFORE.split('\n').length);
      expect(problems.filter((each) => each.startsWith(`${fileOf(at)}:`))).toEqual([
        expect.stringMatching(`^${fileOf(at)}:${line}: `),
      ]);
    },
  );
});
