import { createAbilities } from './abilities';
import { createActions } from './actions';
import { createClock } from './clock';
import { createCredentials } from './credentials';
import { createDrafts } from './drafts';
import { createEpoch } from './epoch';
import { createHashing } from './hashing';
import { createIssuing } from './issuing';
import { createKeyReader } from './key-reader';
import { createKeys } from './keys';
import { createRoles } from './roles';
import { createSecrets } from './secrets';
import { createTags } from './tags';
import { createUsage } from './usage';
import { createVerifier } from './verifier';

/** Every service of the plugin; an app uses `keys`, `roles`, `tags` and `actions`. */
export const services = {
  abilities: createAbilities,
  actions: createActions,
  clock: createClock,
  credentials: createCredentials,
  drafts: createDrafts,
  epoch: createEpoch,
  hashing: createHashing,
  issuing: createIssuing,
  'key-reader': createKeyReader,
  keys: createKeys,
  roles: createRoles,
  secrets: createSecrets,
  tags: createTags,
  usage: createUsage,
  verifier: createVerifier,
};
