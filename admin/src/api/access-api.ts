import { adminApi } from '@strapi/strapi/admin';

/** The admin panel's API slice with the kinds of things that the plugin's requests provide. */
export const accessApi = adminApi.enhanceEndpoints({
  addTagTypes: [
    'ApiAccessKey',
    'ApiAccessMyToken',
    'ApiAccessRole',
    'ApiAccessTag',
    'ApiAccessSettings',
    'ApiAccessStrapiToken',
  ],
});

/** Cache tag of a whole list, beside those of its members. */
export const LIST = 'LIST';
