import type { Core } from '@strapi/strapi';

export default {
  register() {
    // Strapi asks for both hooks; this app has nothing to register.
  },

  bootstrap(_app: { strapi: Core.Strapi }) {
    // Filled when the demo asks for its data.
  },
};
