/**
 * A real playground in a process of its own, under measurement: it is told what to do by messages
 * from `bench/run.mjs`, and answers each with what came of it.
 */
import { createRequire } from 'node:module';

import { commandsFor } from './app-commands.mjs';
import { serve } from './serve.mjs';

const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');

const strapi = createStrapi({
  appDir: process.env.BENCH_APP,
  distDir: process.env.BENCH_DIST,
  serveAdminPanel: false,
  autoReload: false,
});
await strapi.load();
strapi.server.mount();
await new Promise((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${strapi.server.httpServer.address().port}`;

serve(commandsFor(strapi, url), { ready: { url }, stop: () => strapi.destroy() });
