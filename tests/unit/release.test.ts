/** The decisions of what packs, tries and publishes the plugin. */
import { ask } from '../support/ask-node';

/** What a function of a script answers. */
const call = (file: string, name: string, ...args: unknown[]): unknown =>
  ask(`
    import { ${name} } from './scripts/${file}.mjs';
    console.log(JSON.stringify(${name}(...${JSON.stringify(args)})));`);

describe('what is in the package', () => {
  const SERVER = { import: './dist/server/index.mjs', require: './dist/server/index.js' };
  const WHOLE = [
    ...['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'],
    ...['strapi-admin.js', 'strapi-server.js'],
    ...['dist/server/index.js', 'dist/server/index.mjs'],
    ...['dist/server/index.d.ts', 'dist/server/index.d.mts'],
  ];
  const problems = (files: string[]) =>
    call('release/contents', 'contentProblems', files, [SERVER]);

  it('is right where it holds code, declarations and the texts of a package', () => {
    expect(problems([...WHOLE, 'dist/admin/list-page-3rX5MIW1.mjs', 'dist/cli/index.js'])).toEqual(
      [],
    );
  });

  it.each([
    'server/src/index.ts',
    'dist/server/src/services/keys.d.ts',
    'dist/server/index.js.map',
    'tests/unit/release.test.ts',
    '.env',
  ])('is wrong with %s', (file) => {
    expect(problems([...WHOLE, file])).toEqual([`${file} is of no use in the package`]);
  });

  it.each(WHOLE)('is wrong without %s', (file) => {
    expect(problems(WHOLE.filter((other) => other !== file))).toEqual([
      `${file} is missing in the package`,
    ]);
  });
});

describe('the declarations of an entry point', () => {
  const split = (text: string, values: string[]) =>
    call('lib/declared-exports', 'splitExports', text, values);

  it('offer as a value only what the code exports', () => {
    expect(
      split('declare const a: 1;\n\nexport { _default as default, EVENTS, a as b };\n', [
        'default',
        'b',
      ]),
    ).toBe(
      'declare const a: 1;\n\nexport { _default as default, a as b };\nexport type { EVENTS };\n',
    );
  });

  it('stay as they are where all of it are values, or types', () => {
    expect(split('export { Page };\nexport type { Props };\n', ['Page'])).toBe(
      'export { Page };\nexport type { Props };\n',
    );
  });
});

describe('the question about vulnerabilities', () => {
  const result = (answer: object) => call('release/audit', 'resultOfAudit', JSON.stringify(answer));

  it('passes where none is known', () => {
    expect(result({ vulnerabilities: {} })).toEqual({ passed: 1, failed: 0, problems: [] });
  });

  it('fails where one is, and names it', () => {
    const zod = { name: 'zod', severity: 'high' };
    expect(result({ vulnerabilities: { zod } })).toEqual({
      passed: 0,
      failed: 1,
      problems: ['zod: high'],
    });
  });

  it('has tested nothing where the registry does not answer, and says so', () => {
    expect(result({ message: '405 Method Not Allowed' })).toEqual({
      passed: 0,
      failed: 0,
      problems: [
        'NOT TESTED: the registry says nothing of vulnerabilities: 405 Method Not Allowed',
      ],
    });
    expect(call('release/audit', 'resultOfAudit', '<html>')).toMatchObject({
      passed: 0,
      failed: 0,
    });
  });
});

describe('the repository in a published package.json', () => {
  const WEB = 'https://github.com/example/api-access';
  const named = (packageJson: object) =>
    call('release/repository', 'withRepository', packageJson, WEB);

  it('is the one that publishes, with its page and its issues', () => {
    expect(named({ name: 'a' })).toEqual({
      name: 'a',
      homepage: `${WEB}#readme`,
      bugs: { url: `${WEB}/issues` },
      repository: { type: 'git', url: `git+${WEB}.git` },
    });
  });

  it('may be named before, together with another home page', () => {
    const repository = { type: 'git', url: `git+https://github.com/Example/api-access.git` };
    expect(named({ repository, homepage: 'https://example.com' })).toMatchObject({
      repository,
      homepage: 'https://example.com',
    });
  });

  it('may not be another one', () => {
    expect(() => named({ repository: 'https://github.com/somebody/else' })).toThrow(
      'https://github.com/somebody/else',
    );
  });
});

describe('the apps that the package is tried in', () => {
  it('are of the Strapi that is named, and ask nothing', () => {
    const [app] = ask(`
      import { APPS, creationArgs } from './scripts/release/app-choices.mjs';
      const server = { host: 'db', port: 5433, user: 'ada', password: '' };
      const place = { strapi: '5.54.0', folder: '/a/pnpm-app', server, database: 'notes' };
      const wanted = APPS.filter(({ name }) => name === 'pnpm');
      console.log(JSON.stringify(wanted.map((app) => creationArgs(app, place))));`) as string[][];
    const text = app?.join(' ');
    expect(text).toContain('create-strapi-app@5.54.0 /a/pnpm-app --non-interactive');
    expect(text).toContain('--javascript --use-pnpm --dbclient postgres --dbhost db --dbport 5433');
    expect(text).toContain('--dbname notes --dbusername ada');
  });

  it('let pnpm build what the plugin brings, beside what Strapi named', () => {
    const allowed = (text: string) =>
      call('release/app-choices', 'withBuildAllowed', text, 'argon2');
    const before = "packages:\n  - '.'\nallowBuilds:\n  esbuild: true\n";
    const after = "packages:\n  - '.'\nallowBuilds:\n  argon2: true\n  esbuild: true\n";
    expect(allowed(before)).toBe(after);
    expect(allowed(after)).toBe(after);
  });
});
