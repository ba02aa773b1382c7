import { storage } from './0001-storage';
import { seededRoles } from './0002-seeded-roles';
import { records } from './0003-records';
import { listIndexes } from './0004-list-indexes';
import { activityActors } from './0005-activity-actors';
import { usageBesideCredentials } from './0006-usage-beside-credentials';
import { notices } from './0007-notices';
import { forgedUses } from './0008-forged-uses';
import { alerts } from './0009-alerts';
import { listAccessIds } from './0010-list-access-ids';
import { strapiTokens } from './0011-strapi-tokens';
import type { Migration } from './migration';

/** In order; a published one is never changed, only followed by another. */
export const MIGRATIONS: readonly Migration[] = [
  storage,
  seededRoles,
  records,
  listIndexes,
  activityActors,
  usageBesideCredentials,
  notices,
  forgedUses,
  alerts,
  listAccessIds,
  strapiTokens,
];
