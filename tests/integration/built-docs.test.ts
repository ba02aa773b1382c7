/** Every block of code in the README and the docs: none is of a kind that nothing looks at. */
import vm from 'node:vm';

import ts from 'typescript';

import { POLICIES } from '../../contracts';
import { config } from '../../server/src/config';
import { policies } from '../../server/src/policies';
import { COMPILERS, problemsOfApp } from '../support/compiled-app';
import { problemOfCommand } from '../support/doc-commands';
import { DOC_PAGES, type DocBlock, docBlocks, textOfPage } from '../support/doc-pages';
import { commandsOf } from '../support/shell';

/** Looked at by tests of their own. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  'tests/unit/secret-scanning.test.ts': ['docs/secret-scanning.md', '', 'toml', 'js'],
};

const isElsewhere = ({ page, language }: DocBlock): boolean =>
  Object.values(ELSEWHERE).some(
    ([at, ...languages]) => at === page && languages.includes(language),
  );

const here = docBlocks.filter((block) => !isElsewhere(block));
const of = (...languages: string[]) => here.filter(({ language }) => languages.includes(language));

const CODE = ['ts', 'tsx', 'js', 'jsx'];

/** What stands around a fragment in an app. */
const AROUND = `
declare const url: string;
declare const jwt: string | null;
declare const session: { readonly jwt: string };
declare const user: { readonly id: number };
declare const APIAccessPage: typeof import('strapi-plugin-api-access/react').APIAccessPage;
`;

const isModule = (text: string): boolean => /^(?:import|export|module\.exports)\b/m.test(text);

/** Each block in a folder of its own, where its page says that an app has it. */
const appOf = (blocks: readonly DocBlock[]): Record<string, string> => ({
  'around.d.ts': AROUND,
  ...Object.fromEntries(
    blocks.map(({ where, file, language, text }) => [
      `${where.replaceAll(/\W/g, '-')}/${file ?? `fragment.${language}`}`,
      isModule(text) ? text : `${text}export {};\n`,
    ]),
  ),
});

const OPTIONS: ts.CompilerOptions = {
  ...COMPILERS['strictly, for a bundler'],
  // Apps in JavaScript say no types of parameters, and read variables that may not be set.
  noImplicitAny: false,
  exactOptionalPropertyTypes: false,
  checkJs: true,
  jsx: ts.JsxEmit.ReactJSX,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
};

describe('the blocks of the docs', () => {
  it.each(DOC_PAGES)('are all found in %s', (page) => {
    const fences = textOfPage(page).match(/^\s*(?:```|~~~)/gm) ?? [];
    expect(docBlocks.filter((block) => block.page === page)).toHaveLength(fences.length / 2);
  });

  it('are of kinds that are looked at', () => {
    const known = of(...CODE, 'json', 'sh');
    expect(here.filter((block) => !known.includes(block)).map(({ where }) => where)).toEqual([]);
  });
});

interface PolicyUse {
  readonly name: string;
  readonly config: object;
}

const TO_COMMONJS = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };

/** What a file of an app exports; in TypeScript, one that imports types alone. */
const exportsOf = (text: string): unknown => {
  const module: { exports: { default?: unknown } } = { exports: {} };
  const { outputText } = ts.transpileModule(text, { compilerOptions: TO_COMMONJS });
  const run = vm.runInThisContext(`(function (module, exports) {${outputText}\n})`) as (
    given: object,
    exports: object,
  ) => void;
  run(module, module.exports);
  return module.exports.default ?? module.exports;
};

describe('code in the docs', () => {
  const blocks = of(...CODE);
  const inFiles = (languages: string[], files: RegExp) =>
    of(...languages)
      .filter(({ file = '' }) => files.test(file))
      .map((block): [string, string] => [block.where, block.text]);

  it('compiles as in an app that has the plugin', () => {
    expect(problemsOfApp(appOf(blocks), OPTIONS)).toEqual([]);
  });

  it('would not compile with a mistake in each language', () => {
    const wrong: [string, string, string][] = [
      ['ts', 'credentialsOf(ctx)', 'credentialOf(ctx)'],
      ['js', 'keys.regenerate(data.id', 'keys.renew(data.id'],
      ['jsx', 'apiUrl="https', 'apiURL="https'],
    ];
    const broken = wrong.map(([language, right, mistake]) => {
      const block = blocks.find((each) => each.language === language && each.text.includes(right));
      if (block === undefined) throw new Error(`No block in ${language} says ${right}.`);
      return { ...block, text: block.text.replace(right, mistake) };
    });
    const files = problemsOfApp(appOf(broken), OPTIONS).map((each) => each.split(':')[0]);
    expect(new Set(files).size).toBe(wrong.length);
  });

  it.each(inFiles(['js', 'ts'], /^config\/plugins\.[jt]s$/))('lets an app start: %s', (_, text) => {
    const plugins = exportsOf(text) as (
      given: object,
    ) => Record<string, { config: { expiry?: object } }>;
    const env = () => 'redis://localhost:6379';
    const standard = config.default();
    const options = plugins({ env })['api-access']?.config;
    if (options === undefined) throw new Error('It has no options of the plugin.');
    expect(() => {
      config.validator({
        ...standard,
        ...options,
        expiry: { ...standard.expiry, ...options.expiry },
      });
    }).not.toThrow();
  });

  it.each(inFiles(['js'], /\/routes\//))(
    'guards a route by a policy that takes it: %s',
    (_, text) => {
      const { routes } = exportsOf(text) as { routes: { config: { policies: PolicyUse[] } }[] };
      const uses = routes.flatMap((route) => route.config.policies);
      expect(uses.map(({ name }) => name)).toEqual(uses.map(() => POLICIES.hasRole));
      for (const use of uses) {
        expect(() => {
          policies['has-role'].validator(use.config);
        }).not.toThrow();
      }
    },
  );
});

describe('JSON in the docs', () => {
  it.each(of('json').map((block) => [block.where, block.text]))('can be read: %s', (_, text) => {
    expect(() => JSON.parse(text) as unknown).not.toThrow();
  });
});

describe('a command in the docs', () => {
  const commands = of('sh').flatMap(({ where, text }) =>
    commandsOf(text).map((words): [string, string[]] => [
      `${where} ${words.join(' ').split('\n')[0] ?? ''}`,
      words,
    ]),
  );

  it.each(commands)('is one that there is: %s', async (_, words) => {
    expect(await problemOfCommand(words)).toBeNull();
  });

  it.each([
    'npm run bild',
    'npm install strapi-plugin-apiaccess',
    'npx strapi-plugin-api-access lst',
    'npx strapi-plugin-api-access list --quik never-used',
    'npx strapi-plugin-api-access create --role read-only',
    'curl http://localhost:1337/api/api-access/who',
    'curl "$STRAPI/api-access/key?status=active"',
    'wget http://localhost:1337/api/articles',
  ])('is told from one that there is not: %s', async (text) => {
    const [words = []] = commandsOf(text);
    expect(await problemOfCommand(words)).not.toBeNull();
  });
});
