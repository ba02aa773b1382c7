/** Where the pages of API Access are; `index.ts` registers the first part with Strapi. */
export const KEYS_PATH = '/settings/api-access';

export const keyPaths = {
  list: KEYS_PATH,
  create: `${KEYS_PATH}/create`,
  strapiTokens: `${KEYS_PATH}/strapi-tokens`,
  /** A new key that is to take the place of another. */
  replacement: (id: string) => `${KEYS_PATH}/create?replaces=${encodeURIComponent(id)}`,
  detail: (id: string) => `${KEYS_PATH}/${encodeURIComponent(id)}`,
  edit: (id: string) => `${KEYS_PATH}/${encodeURIComponent(id)}/edit`,
  regenerate: (id: string) => `${KEYS_PATH}/${encodeURIComponent(id)}/regenerate`,
};
