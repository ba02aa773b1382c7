/** The built entry `strapi-plugin-api-access/app`, as an app's code uses it beside the plugin. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import type * as credentials from '../../server/src/app/credentials';
import type * as policies from '../../server/src/app/policies';
import type * as errors from '../../server/src/domain/errors';
import { ARTICLE_FIND, bearer, makeKey, makeKeyWith, send, serviceOf } from '../support/consumers';
import { allow } from '../support/end-users';
import { type Playground, startPlayground } from '../support/playground';
import { ROOT } from '../support/playground-env';

const BUILT = path.join(ROOT, 'dist', 'app');
const NAME = 'strapi-plugin-api-access/app';

// Not the entry's own type: with it, the tests would see the plugin as an app does.
type App = typeof credentials & typeof policies & Pick<typeof errors, 'isApiAccessError'>;

const load = async () => (await import(path.join(BUILT, 'index.js'))) as App;

describe('the entry for the app’s code', () => {
  it.each([
    ['module', `import * as app from '${NAME}';`],
    ['commonjs', `const app = require('${NAME}');`],
  ])('is loaded as %s, without Strapi', (type, imported) => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [`--input-type=${type}`, '--eval', `${imported} console.log(Object.keys(app).join())`],
      { cwd: ROOT, encoding: 'utf8' },
    );

    expect(stderr).toBe('');
    for (const name of ['authenticated', 'credentialsOf', 'hasRole', 'isApiAccessError']) {
      expect(stdout).toContain(name);
    }
    for (const file of ['index.js', 'index.mjs']) {
      expect(readFileSync(path.join(BUILT, file), 'utf8')).not.toMatch(/require\(|from ["']/);
    }
  });

  it('names policies that the plugin has', async () => {
    const { authenticated, hasRole } = await load();
    const { policies: ours } = await import('../../server/src/policies');
    const config = { roles: ['editor'] };

    expect(hasRole(config)).toEqual({ name: 'plugin::api-access.has-role', config });
    expect(ours['has-role']).toMatchObject({ name: hasRole(config).name });
    expect(ours.authenticated).toMatchObject({ name: authenticated() });
  });
});

describe('in an app', () => {
  let playground: Playground;

  beforeAll(async () => {
    playground = await startPlayground();
  });

  afterAll(async () => {
    await playground.stop();
  });

  it('tells what a service of the plugin throws from anything else', async () => {
    const { isApiAccessError } = await load();
    const { data } = await makeKey(playground.strapi);
    const thrown: unknown = await serviceOf(playground.strapi, 'keys')
      .create({ name: data.name })
      .catch((error: unknown) => error);

    expect(isApiAccessError(thrown) && thrown.code).toBe('name_taken');
    for (const other of [new Error('ApiAccessError'), { name: 'ApiAccessError' }, null]) {
      expect(isApiAccessError(other)).toBe(false);
    }
  });

  it('finds the key of a request, and nobody else', async () => {
    const { credentialsOf } = await load();
    const { strapi, url } = playground;
    const { token, data } = await makeKeyWith(strapi);
    const found: unknown[] = [];
    strapi.documents.use((_, next) => {
      const ctx = strapi.requestContext.get();
      if (ctx !== undefined) found.push(credentialsOf(ctx)?.id);
      return next();
    });

    await send(`${url}/api/articles`, bearer(token));
    expect(new Set(found)).toEqual(new Set([data.id]));

    found.length = 0;
    await allow(strapi, 'public', ARTICLE_FIND);
    await send(`${url}/api/articles`);
    expect(new Set(found)).toEqual(new Set([undefined]));
  });
});
