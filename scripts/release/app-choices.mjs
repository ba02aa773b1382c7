/**
 * The apps that the package is tried in: together they make each choice of a user's once. One with
 * a `path` lies below it, behind a proxy; `panel` is the path of its panel.
 */

const SQLITE = () => ['--dbclient', 'sqlite', '--dbfile', '.tmp/data.db'];

const postgres = ({ server: { host, port, user, password }, database }) => [
  ...['--dbclient', 'postgres', '--dbhost', host, '--dbport', String(port)],
  ...['--dbname', database, '--dbusername', user, '--dbpassword', password],
  ...['--dbssl', 'false'],
];

export const APPS = [
  {
    name: 'npm',
    label: 'A TypeScript app, by npm, on SQLite, its panel elsewhere',
    language: 'typescript',
    flags: ['--typescript', '--use-npm'],
    databaseFlags: SQLITE,
    manager: ['npm'],
    install: ['install', '--no-audit', '--no-fund'],
    panel: '/manage',
  },
  {
    name: 'pnpm',
    label: 'A JavaScript app, by pnpm, on PostgreSQL, behind a proxy',
    language: 'javascript',
    flags: ['--javascript', '--use-pnpm'],
    databaseFlags: postgres,
    // The newest that runs on every Node that Strapi runs on.
    manager: ['npx', '--yes', 'pnpm@10.34.8'],
    install: ['install', '--no-frozen-lockfile'],
    server: 'postgres',
    path: '/cms',
    panel: '/admin',
  },
];

/** Creates an app without a question, and installs nothing yet. */
export const creationArgs = (app, { strapi, folder, server, database }) => [
  ...['--yes', `create-strapi-app@${strapi}`, folder, '--non-interactive', '--no-run'],
  ...['--skip-cloud', '--no-example', '--no-git-init', '--no-install'],
  ...[...app.flags, ...app.databaseFlags({ server, database })],
];

/** pnpm runs no build script that the app does not name; where it is strict, it asks for each. */
export const withBuildAllowed = (workspace, name) =>
  workspace.includes(`  ${name}:`)
    ? workspace
    : workspace.replace(/^allowBuilds:\n/m, (line) => `${line}  ${name}: true\n`);
