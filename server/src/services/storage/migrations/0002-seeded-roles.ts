import { ROLE_UID } from '../../../../../contracts';
import { nameKeyOf } from '../../../domain/names';
import type { Migration } from './migration';

/** As Strapi does for its own tokens; done once, so that a deleted role stays deleted. */
export const seededRoles: Migration = {
  name: '0002-seeded-roles',
  async up({ strapi }) {
    const roles = strapi.db.query(ROLE_UID);
    const seeds = [
      {
        code: 'read-only',
        name: 'Read only',
        kind: 'read-only',
        description: 'Everything that a GET can read.',
      },
      {
        code: 'full-access',
        name: 'Full access',
        kind: 'full-access',
        description: 'Every action of the content API.',
      },
    ];
    for (const seed of seeds) {
      const found = await roles.count({
        where: { $or: [{ code: seed.code }, { nameKey: nameKeyOf(seed.name) }] },
      });
      if (found > 0) continue;
      await roles.create({
        data: {
          ...seed,
          nameKey: nameKeyOf(seed.name),
          permissions: [],
          drafts: false,
          revision: 0,
        },
      });
    }
  },
};
