import { createAbilities } from './abilities';
import { createActivity } from './activity';
import { createActivityExport } from './activity-export';
import { createActivityReader } from './activity-reader';
import { createActions } from './actions';
import { createAlerts } from './alerts';
import { createClock } from './clock';
import { createCredentials } from './credentials';
import { createDeclaredRoles } from './declared-roles';
import { createDeniedAttempts } from './denied-attempts';
import { createDrafts } from './drafts';
import { createEntitlement } from './entitlement';
import { createEpoch } from './epoch';
import { createEndUsers } from './end-users';
import { createEvents } from './events';
import { createHashing } from './hashing';
import { createIssuing } from './issuing';
import { createKeyAttention } from './key-attention';
import { createKeyCounts } from './key-counts';
import { createKeyExport } from './key-export';
import { createKeyNames } from './key-names';
import { createKeyPeople } from './key-people';
import { createKeyPolicy } from './key-policy';
import { createKeyReader } from './key-reader';
import { createKeySelection } from './key-selection';
import { createKeys } from './keys';
import { createLeases } from './leases';
import { createMail } from './mail';
import { createNotices } from './notices';
import { createOutbox } from './outbox';
import { createRateLimits } from './rate-limits';
import { createPersonalTokens } from './personal-tokens';
import { createRetention } from './retention';
import { createRoleImpact } from './role-impact';
import { createRoles } from './roles';
import { createSchedule } from './schedule';
import { createSecrets } from './secrets';
import { createSettings } from './settings';
import { createStates } from './states';
import { createStrapiTokens } from './strapi-tokens';
import { createTags } from './tags';
import { createUsage } from './usage';
import { createUsageReader } from './usage-reader';
import { createUsageRetention } from './usage-retention';
import { createVerifier } from './verifier';

/** Every service of the plugin; an app uses `keys`, `roles`, `tags` and `actions`. */
export const services = {
  abilities: createAbilities,
  actions: createActions,
  activity: createActivity,
  'activity-export': createActivityExport,
  'activity-reader': createActivityReader,
  alerts: createAlerts,
  clock: createClock,
  credentials: createCredentials,
  'declared-roles': createDeclaredRoles,
  'denied-attempts': createDeniedAttempts,
  drafts: createDrafts,
  entitlement: createEntitlement,
  epoch: createEpoch,
  'end-users': createEndUsers,
  events: createEvents,
  hashing: createHashing,
  issuing: createIssuing,
  'key-attention': createKeyAttention,
  'key-counts': createKeyCounts,
  'key-export': createKeyExport,
  'key-names': createKeyNames,
  'key-people': createKeyPeople,
  'key-policy': createKeyPolicy,
  'key-reader': createKeyReader,
  'key-selection': createKeySelection,
  keys: createKeys,
  leases: createLeases,
  mail: createMail,
  notices: createNotices,
  outbox: createOutbox,
  'rate-limits': createRateLimits,
  'personal-tokens': createPersonalTokens,
  retention: createRetention,
  'role-impact': createRoleImpact,
  roles: createRoles,
  schedule: createSchedule,
  secrets: createSecrets,
  settings: createSettings,
  states: createStates,
  'strapi-tokens': createStrapiTokens,
  tags: createTags,
  usage: createUsage,
  'usage-reader': createUsageReader,
  'usage-retention': createUsageRetention,
  verifier: createVerifier,
};
