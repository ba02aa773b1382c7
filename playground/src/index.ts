import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';

import { seedDemo } from './seed';

const DEMO_STATE = path.resolve(__dirname, '..', '..', '.tmp', 'demo.json');

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    if (process.env.PLAYGROUND_LOCALIZED !== 'true') return;
    const localized = { i18n: { localized: true } };
    const article = strapi.contentType('api::article.article');
    const { title, locale, localizations } = article.attributes;
    // As the Content-Type Builder writes it into the schema of a type in several languages.
    article.pluginOptions = localized;
    Object.assign(title ?? {}, { pluginOptions: localized });
    // As Strapi has made of such a schema by now.
    for (const attribute of [locale, localizations]) {
      Object.assign(attribute ?? {}, { private: false });
    }
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
