import { dialectOf } from '../database';
import { TABLES } from '../tables';
import type { Migration } from './migration';

/** Lets the activity be read by who did it, and an entry hold every action of the largest role. */
export const activityActors: Migration = {
  name: '0005-activity-actors',
  async up({ strapi, trx, addIndex }) {
    if (dialectOf(strapi) === 'mysql') {
      // `text` ends at 64 kB there, and nowhere else.
      await trx.raw('alter table ?? modify details mediumtext not null', [TABLES.activity]);
    }
    await addIndex(TABLES.activity, ['actor_name', 'at', 'id'], 'api_access_activity_actor_idx');
  },
};
