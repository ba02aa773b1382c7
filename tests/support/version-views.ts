/** What a version says of all that it stores, by endpoints whose answers only ever gain fields. */
import {
  type ActivityEntry,
  type Key,
  keyEndpoints,
  type KeyDenial,
  type KeyPermissions,
  type Role,
  roleEndpoints,
  settingsEndpoints,
  type Tag,
  tagEndpoints,
  usageEndpoints,
} from '../../contracts';
import { activityOf } from './activity';
import { answerOf } from './admin-api';
import { serviceOf } from './consumers';
import { type Playground } from './playground';

/** From where keys are used; some of them are held to networks. */
const ADDRESS = '127.0.0.1';

interface KeyViews {
  readonly key: Key;
  readonly denials: readonly KeyDenial[];
  readonly permissions: KeyPermissions;
}

export interface Views {
  readonly keys: readonly KeyViews[];
  readonly roles: readonly Role[];
  readonly tags: readonly Tag[];
  readonly activity: readonly ActivityEntry[];
  readonly settings: unknown;
  /** What becomes of each token, by name of its key: `granted`, or the code of the refusal. */
  readonly verifications: Readonly<Record<string, string>>;
}

const STATUSES = ['active', 'expired', 'revoked', 'suspended'];
const TYPES = ['api-key', 'personal'];

export const viewsOf = async (
  { strapi, admin }: Pick<Playground, 'strapi' | 'admin'>,
  tokens: Readonly<Record<string, string>>,
): Promise<Views> => {
  const query = { status: STATUSES, type: TYPES, sort: 'name:asc', pageSize: 100 };
  const list = await answerOf(admin, keyEndpoints.list, { query });
  const keys: KeyViews[] = [];
  for (const { id } of list.data) {
    keys.push({
      key: (await answerOf(admin, keyEndpoints.read, { id })).data,
      denials: (await answerOf(admin, usageEndpoints.denials, { id })).data,
      permissions: (await answerOf(admin, usageEndpoints.permissions, { id })).data,
    });
  }
  const verifications: Record<string, string> = {};
  for (const [name, token] of Object.entries(tokens)) {
    const found = await serviceOf(strapi, 'keys').verify(token, ADDRESS);
    verifications[name] = found.outcome === 'granted' ? 'granted' : found.refusal.code;
  }
  return {
    keys,
    roles: (await answerOf(admin, roleEndpoints.list)).data,
    tags: (await answerOf(admin, tagEndpoints.list, { query: { pageSize: 100 } })).data,
    activity: await activityOf(admin),
    settings: (await answerOf(admin, settingsEndpoints.read)).data,
    verifications,
  };
};
