/**
 * A real playground in a process of its own, under measurement: it is told what to do by messages
 * from `bench/run.mjs`, and answers each with what came of it.
 */
import { createRequire } from 'node:module';

import { listPeople, signedIn } from './list-people.mjs';
import { seedList } from './seed-list.mjs';
import { runNotices, seedNotices } from './seed-notices.mjs';

const require = createRequire(import.meta.url);
const { createStrapi } = require('@strapi/strapi');

const ARTICLES = 10;
const ACTIONS = [
  'api::article.article.find',
  'api::article.article.findOne',
  'api::category.category.find',
];

const plugin = (name) => globalThis.strapi.plugin('api-access').service(name);
const credentials = () => globalThis.strapi.db.getConnection('api_access_credentials');

const boot = async () => {
  const strapi = createStrapi({
    appDir: process.env.BENCH_APP,
    distDir: process.env.BENCH_DIST,
    serveAdminPanel: false,
    autoReload: false,
  });
  await strapi.load();
  strapi.server.mount();
  await new Promise((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', resolve));
  return strapi;
};

const seed = async (strapi) => {
  for (let n = 0; n < ARTICLES; n += 1) {
    await strapi.documents('api::article.article').create({
      data: { title: `Article ${n}`, slug: `article-${n}`, body: 'Some text.' },
      status: 'published',
    });
  }
  const builtIn = await strapi.service('admin::api-token-content-api').create({
    name: 'bench',
    description: '',
    type: 'custom',
    kind: 'content-api',
    lifespan: null,
    permissions: ACTIONS,
  });
  const role = await plugin('roles').create({
    name: 'Bench',
    kind: 'custom',
    permissions: ACTIONS,
  });
  const key = await plugin('keys').create({ name: 'bench', roles: [role.id], expiresAt: null });
  const { port } = strapi.server.httpServer.address();
  return {
    url: `http://127.0.0.1:${port}`,
    ours: key.token,
    'built-in': builtIn.accessKey,
    role: role.id,
  };
};

/** What the router hands to the authentication of `GET /api/articles`. */
const requestWith = (token) => {
  const headers = { authorization: `Bearer ${token}` };
  return {
    req: { headers },
    request: { headers, header: headers, ip: '127.0.0.1', query: {} },
    response: { get: () => '', set() {}, vary() {} },
    query: {},
    state: {
      route: {
        info: { type: 'content-api' },
        config: { auth: { scope: ['api::article.article.find'] } },
      },
    },
    unauthorized: (error) => {
      throw error;
    },
  };
};

/** One verification as a request has it: from the header to the decision about the scope. */
const verifyOnce = async (token) => {
  const auth = globalThis.strapi.get('auth');
  const ctx = requestWith(token);
  let passed = false;
  const start = process.hrtime.bigint();
  await auth.authenticate(ctx, async () => {
    await auth.verify(ctx.state.auth, ctx.state.route.config.auth);
    passed = true;
  });
  const micros = Number(process.hrtime.bigint() - start) / 1000;
  if (!passed) throw new Error('A benchmark measured a refusal.');
  return micros;
};

const verifyMany = async ({ token, count }) => {
  const samples = [];
  for (let n = 0; n < count; n += 1) samples.push(await verifyOnce(token));
  return samples;
};

const commands = {
  warm: verifyMany,

  /** Many keys and as many articles, in the place of those before, and who may list both. */
  async list({ count }) {
    const { author } = await listPeople(globalThis.strapi);
    return seedList(globalThis.strapi, { count, author });
  },

  signIn: () => signedIn(seeded.url),

  seedNotices: (input) => seedNotices(globalThis.strapi, input),
  runNotices: (input) => runNotices(globalThis.strapi, input),

  /** Nothing compiled: the roles have changed since, as after a boot. */
  async coldRoles({ token, count }) {
    const samples = [];
    const epoch = () => globalThis.strapi.db.getConnection('api_access_epoch');
    for (let n = 0; n < count; n += 1) {
      await epoch().update({ value: `bench-${process.hrtime.bigint()}` });
      samples.push(await verifyOnce(token));
    }
    return samples;
  },

  /** The server secret has changed: argon2 decides, once for each key. */
  async coldSecret({ role, count }) {
    const samples = [];
    for (let n = 0; n < count; n += 1) {
      const { token, data } = await plugin('keys').create({
        name: `cold ${process.hrtime.bigint()}`,
        roles: [role],
        expiresAt: null,
      });
      await credentials().where({ access_id: data.accessId }).update({ mac_key_id: 'another' });
      samples.push(await verifyOnce(token));
    }
    return samples;
  },
};

const strapi = await boot();
const seeded = await seed(strapi);

process.on('message', async ({ id, command, input }) => {
  if (command === 'stop') {
    await strapi.destroy();
    process.exit(0);
  }
  try {
    process.send({ id, result: await commands[command](input) });
  } catch (error) {
    process.send({ id, error: String(error) });
  }
});
process.send({ id: 'ready', result: seeded });
