import { keyBulk } from './key-bulk';
import { keyOverview } from './key-overview';
import { activity } from './activity';
import { entitlement } from './entitlement';
import { keys } from './keys';
import { myTokens, personalTokens } from './my-tokens';
import { permissions } from './permissions';
import { roles } from './roles';
import { settings } from './settings';
import { strapiTokens } from './strapi-tokens';
import { tags } from './tags';
import { usage } from './usage';
import { whoami } from './whoami';

export const controllers = {
  activity,
  entitlement,
  'key-bulk': keyBulk,
  'key-overview': keyOverview,
  keys,
  'my-tokens': myTokens,
  permissions,
  'personal-tokens': personalTokens,
  roles,
  settings,
  'strapi-tokens': strapiTokens,
  tags,
  usage,
  whoami,
};
