import type { Core } from '@strapi/strapi';
import type { Keys } from 'strapi-plugin-api-access/app';

type IsAny<T> = 0 extends 1 & T ? true : false;
/** Types that were not found are `any`, and complain of nothing. */
const known: IsAny<Keys['create']> = false;

export default {
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    const keys = strapi.plugin('api-access').service('keys');
    const { data, token } = await keys.create({ name: 'made-by-the-app', roles: ['read-only'] });
    const verification = await keys.verify(token);
    strapi.log.info(`${data.name}: ${verification.outcome}, ${String(known)}`);
  },
};
