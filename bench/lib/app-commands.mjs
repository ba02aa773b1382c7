/** What an app under measurement can be asked. */
import { memoryCommands } from './app-memory.mjs';
import { listPeople, signedIn } from './list-people.mjs';
import { seedApp } from './seed-app.mjs';
import { forgedTokens, forgetMacs, seedKeys, seedRoleSets } from './seed-keys.mjs';
import { seedList } from './seed-list.mjs';
import { runNotices, seedNotices } from './seed-notices.mjs';
import { many, refuseOnce, verifyOnce } from './verify-once.mjs';

export const commandsFor = (strapi, url) => {
  const plugin = (name) => strapi.plugin('api-access').service(name);
  const table = (name) => strapi.db.getConnection(name);

  return {
    ...memoryCommands(strapi),
    seed: () => seedApp(strapi),
    warm: (input) => many(verifyOnce, strapi, input),
    refuse: (input) => many(refuseOnce, strapi, input),
    seedKeys: (input) => seedKeys(strapi, input),
    seedRoleSets: (input) => seedRoleSets(strapi, input),
    forge: (input) => forgedTokens(strapi, input),
    forgetMacs: (input) => forgetMacs(strapi, input),
    seedNotices: (input) => seedNotices(strapi, input),
    runNotices: (input) => runNotices(strapi, input),
    /** Session tokens of somebody who sees all keys, and of somebody who sees their own. */
    async signIn() {
      await listPeople(strapi);
      return signedIn(url);
    },
    argon2Runs: () => plugin('hashing').runs(),

    /** Many keys and as many articles, in the place of those before, and who may list both. */
    async list({ count }) {
      const { author } = await listPeople(strapi);
      return seedList(strapi, { count, author });
    },

    /** Nothing compiled: the roles have changed since, as after a boot. */
    async coldRoles({ token, count }) {
      const samples = [];
      for (let n = 0; n < count; n += 1) {
        await table('api_access_epoch').update({ value: `bench-${process.hrtime.bigint()}` });
        samples.push(await verifyOnce(strapi, token));
      }
      return samples;
    },

    /** The server secret has changed: argon2 decides, once for each key. */
    async coldSecret({ role, count }) {
      const samples = [];
      for (let n = 0; n < count; n += 1) {
        const { token, data } = await plugin('keys').create({
          name: `cold ${process.hrtime.bigint()}`,
          roles: [role],
          expiresAt: null,
        });
        await forgetMacs(strapi, { accessIds: [data.accessId] });
        samples.push(await verifyOnce(strapi, token));
      }
      return samples;
    },
  };
};
