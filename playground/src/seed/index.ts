import type { Core } from '@strapi/strapi';

import { ensureAdmin } from './admin-account';
import { seedContent } from './content';
import { ensureToken, seedAccess } from './keys';
import { seedPersonalTokens } from './personal-tokens';
import { readState, writeState } from './state';

/**
 * Fills the app for `npm run demo`. Sample data is made once for each database, so that what a
 * person deletes stays deleted; the account and the token are seen to at every start.
 */
export const seedDemo = async (strapi: Core.Strapi, stateFile: string): Promise<void> => {
  const state = readState(stateFile);
  const { admin, email, password } = await ensureAdmin(strapi, state);

  const store = strapi.store({ type: 'core', name: 'playground' });
  if ((await store.get({ key: 'seeded' })) !== true) {
    await seedContent(strapi);
    await seedAccess(strapi, admin);
    await seedPersonalTokens(strapi);
    await store.set({ key: 'seeded', value: true });
  }
  const token = await ensureToken(strapi, state.token, admin);
  writeState(stateFile, { email, password, token });
};
