/** The playground in whose folder this process runs, booted and not listening. */
import { createRequire } from 'node:module';
import path from 'node:path';

const playground = process.cwd();
const { createStrapi } = createRequire(path.join(playground, 'package.json'))('@strapi/strapi');

export const boot = () =>
  createStrapi({
    appDir: playground,
    distDir: path.join(playground, 'dist'),
    serveAdminPanel: false,
    autoReload: false,
  }).load();
