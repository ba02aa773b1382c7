/** Boots the playground and ends it: what it leaves is a template of databases. */
import { createRequire } from 'node:module';
import path from 'node:path';

const playground = process.cwd();
const { createStrapi } = createRequire(path.join(playground, 'package.json'))('@strapi/strapi');

const strapi = await createStrapi({
  appDir: playground,
  distDir: path.join(playground, 'dist'),
  serveAdminPanel: false,
  autoReload: false,
}).load();
await strapi.destroy();
process.exit(0);
