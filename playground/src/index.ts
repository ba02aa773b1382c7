import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';

import { seedDemo } from './seed';

const DEMO_STATE = path.resolve(__dirname, '..', '..', '.tmp', 'demo.json');

export default {
  register() {
    // Strapi asks for both hooks; this app has nothing to register.
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    if (process.env.PLAYGROUND_SEED !== 'demo') return;
    await seedDemo(strapi, process.env.PLAYGROUND_SEED_STATE ?? DEMO_STATE);
  },

  /** Takes its time to end, as apps do; requests are answered meanwhile. */
  async destroy() {
    await sleep(Number(process.env.PLAYGROUND_ENDING_MS ?? 0));
  },
};
