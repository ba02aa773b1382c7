/** Whether a command of the docs is one that there is. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { myTokenEndpoints, whoamiEndpoint } from '../../contracts';
import { type Cli } from '../../cli/src/cli';
import { EXIT } from '../../cli/src/exit';
import { createProgram } from '../../cli/src/program';
import { peerDependencies, scripts } from '../../package.json';
import { routes } from '../../server/src/routes';
import { someWorld } from './cli-world';
import { ROOT } from './playground-env';

type Judge = (args: readonly string[]) => string | null | Promise<string | null>;

const anything: Judge = () => null;

/** Scripts of every Strapi app. */
const OF_APPS = ['build', 'develop', 'start'];
const PACKAGES = ['strapi-plugin-api-access', ...Object.keys(peerDependencies)];

const unknownPackage: Judge = (args) => {
  const names = args
    .filter((arg) => !arg.startsWith('-'))
    .map((arg) => arg.replace(/@latest$/, ''));
  const wrong = names.find((name) => !PACKAGES.includes(name));
  return wrong === undefined ? null : `nobody is told of a package ${wrong}`;
};

const npm: Judge = ([what = '', ...args]) => {
  if (what === 'install') return unknownPackage(args);
  const script = what === 'run' ? args[0] : what;
  if (script !== undefined && (script in scripts || OF_APPS.includes(script))) return null;
  return `there is no script ${String(script)}`;
};

const adding: Judge = ([what, ...args]) =>
  what === 'add' ? unknownPackage(args) : `${String(what)} is not known here`;

/** Parsed by the command itself, which is not run. */
const ours: Judge = async (args) => {
  const cli: Cli = {
    world: someWorld(),
    exitCode: EXIT.ok,
    app: () => Promise.reject(new Error('No command is run.')),
  };
  const program = createProgram(cli);
  for (const command of program.commands) command.action(() => undefined);
  try {
    await program.parseAsync(args, { from: 'user' });
    return null;
  } catch (error) {
    return String(error);
  }
};

const npx: Judge = ([name, ...args]) =>
  name === 'strapi-plugin-api-access' ? ours(args) : `npx runs ${String(name)}`;

interface Route {
  readonly method: string;
  readonly path: string;
}

const below = (base: string, of: readonly Route[]): Route[] =>
  of.map(({ method, path: at }) => ({ method, path: base + at }));

/** Routes of the content types that the examples speak of: those of the playground. */
const ofContent = readdirSync(path.join(ROOT, 'playground/src/api')).flatMap((name) => {
  const file = path.join(ROOT, 'playground/src/api', name, 'content-types', name, 'schema.json');
  try {
    const { info } = JSON.parse(readFileSync(file, 'utf8')) as { info: { pluralName: string } };
    return ['GET', 'POST'].map((method) => ({ method, path: `/api/${info.pluralName}` }));
  } catch {
    return [];
  }
});

const ROUTES: readonly Route[] = [
  ...below('/api-access', routes.admin.routes),
  ...below('/api/api-access', [whoamiEndpoint, ...Object.values(myTokenEndpoints)]),
  ...ofContent,
  ...below('/admin', [
    { method: 'POST', path: '/login' },
    { method: 'POST', path: '/webhooks' },
  ]),
];

const matches = (route: string, at: string): boolean =>
  new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}$`).test(at);

/** Where some examples have the address of the app. */
const APP = /^\$STRAPI(?=\/)/;

const curl: Judge = (args) => {
  const url = args
    .map((arg) => arg.replace(APP, 'http://localhost:1337'))
    .find((arg) => /^https?:/.test(arg));
  if (url === undefined) return 'no address is called';
  const at = new URL(url).pathname;
  const named = args[args.findIndex((arg) => arg === '-X' || arg === '--request') + 1];
  const sends = args.some((arg) => arg === '-d' || arg === '--data' || arg === '--json');
  const method = args.some((arg) => arg === '-X' || arg === '--request')
    ? named
    : sends
      ? 'POST'
      : 'GET';
  const found = ROUTES.some((route) => route.method === method && matches(route.path, at));
  return found ? null : `there is no route ${String(method)} ${at}`;
};

const JUDGES: ReadonlyMap<string, Judge> = new Map<string, Judge>([
  ['npm', npm],
  ['yarn', adding],
  ['pnpm', adding],
  ['npx', npx],
  ['curl', curl],
  ...['cd', 'export', 'git', 'jq', 'umask'].map((name): [string, Judge] => [name, anything]),
]);

/** What is wrong with a command, given as its words; `null` where nothing is. */
export const problemOfCommand = async ([name = '', ...args]: readonly string[]): Promise<
  string | null
> => {
  const judge = JUDGES.get(name);
  return judge === undefined ? `a command ${name} is not known here` : judge(args);
};
