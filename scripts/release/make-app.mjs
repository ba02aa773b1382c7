/** Makes a new app with the packed plugin, by the commands that a user types. */
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { packageJson } from '../lib/package-json.mjs';
import { withProgress } from '../lib/progress.mjs';
import { runLogged } from '../lib/run-logged.mjs';
import { creationArgs, withBuildAllowed } from './app-choices.mjs';

const edit = (file, change) => writeFileSync(file, change(readFileSync(file, 'utf8')));

/** What a user writes: a content type, the plugin's configuration, and code that uses it. */
const writeFiles = ({ language }, { folder, tarball }) => {
  cpSync(path.join(import.meta.dirname, 'apps', language), folder, { recursive: true });
  edit(path.join(folder, 'package.json'), (text) => {
    const app = JSON.parse(text);
    app.dependencies['strapi-plugin-api-access'] = `file:${tarball}`;
    return JSON.stringify(app, undefined, 2);
  });
  const workspace = path.join(folder, 'pnpm-workspace.yaml');
  if (existsSync(workspace)) edit(workspace, (text) => withBuildAllowed(text, 'argon2'));
};

export const makeApp = async (app, { folder, tarball, env, server, database }) => {
  const [manager, ...managerArgs] = app.manager;
  const step = (label, name, command, args, cwd) =>
    withProgress(label, () =>
      runLogged(`release-${app.name}-${name}`, command, args, { cwd, env }),
    );
  const inApp = (label, name, ...args) =>
    step(label, name, manager, [...managerArgs, ...args], folder);

  const strapi = packageJson().devDependencies['@strapi/strapi'];
  const create = creationArgs(app, { strapi, folder, server, database });
  await step(`Creating an app of Strapi ${strapi}`, 'create', 'npx', create, path.dirname(folder));
  writeFiles(app, { folder, tarball });
  await inApp('Installing its packages and the plugin', 'install', ...app.install);
  if (app.language === 'typescript') {
    await inApp('Generating types', 'types', 'run', 'strapi', 'ts:generate-types');
    await inApp('Checking its types', 'check', 'exec', 'tsc', '--', '--noEmit');
  }
  await inApp('Building its panel', 'build', 'run', 'build');
};
