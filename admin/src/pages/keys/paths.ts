/** Where the pages of API Access are; `index.ts` registers the first part with Strapi. */
export const KEYS_PATH = '/settings/api-access';

export const keyPaths = {
  list: KEYS_PATH,
  create: `${KEYS_PATH}/create`,
  detail: (id: string) => `${KEYS_PATH}/${encodeURIComponent(id)}`,
  edit: (id: string) => `${KEYS_PATH}/${encodeURIComponent(id)}/edit`,
  regenerate: (id: string) => `${KEYS_PATH}/${encodeURIComponent(id)}/regenerate`,
};
