/** Boots the playground and ends it: what it leaves is a template of databases. */
import { boot } from './boot.mjs';

const strapi = await boot();
await strapi.destroy();
process.exit(0);
