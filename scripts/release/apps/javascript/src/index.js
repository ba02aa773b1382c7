'use strict';

module.exports = {
  async bootstrap({ strapi }) {
    const keys = strapi.plugin('api-access').service('keys');
    const { data, token } = await keys.create({ name: 'made-by-the-app', roles: ['read-only'] });
    const verification = await keys.verify(token);
    strapi.log.info(`${data.name}: ${verification.outcome}`);
  },
};
