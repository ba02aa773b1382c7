/** Something in every table of the plugin, made by its services and by requests. */
import { type IssuedKey, keyEndpoints, myTokenEndpoints } from '../../contracts';
import { answerOf } from './admin-api';
import { bearer, expire, forged, makeKeyWith, revoke, send, serviceOf } from './consumers';
import { makeApiToken } from './end-users';
import { openPersonalTokens } from './personal-tokens';
import { type Playground } from './playground';
import { storeWaiting } from './waiting-notices';

const FAR = '2099-12-31T12:00:00.000Z';

const makeKeys = async ({ strapi, admin }: Playground): Promise<Record<string, IssuedKey>> => {
  const owner = { name: 'Söhne & Co', emails: ['ops@example.com'] };
  const live = await makeKeyWith(
    strapi,
    { name: 'Reader' },
    {
      name: 'live',
      description: 'Used, refused, and forged',
      tags: ['prod', 'mobile app'],
      networks: ['127.0.0.0/8', '::1'],
      rateLimit: { requests: 1000, windowSeconds: 60 },
      technicalOwner: owner,
      expiresAt: FAR,
    },
  );
  const role = { roles: [live.role.id] };
  // By an admin, who is its author.
  const successor = await answerOf(
    admin,
    keyEndpoints.create,
    {
      body: { name: 'successor', tags: ['prod'], replaces: live.data.id, expiresAt: null, ...role },
    },
    201,
  );
  const drafts = { name: 'Reader of drafts', drafts: true };
  const ended = await makeKeyWith(strapi, drafts, { name: 'revoked', expiresAt: null });
  await revoke(strapi, ended);
  const expired = await serviceOf(strapi, 'keys').create({
    name: 'expired',
    expiresAt: FAR,
    ...role,
  });
  await expire(strapi, expired.data.accessId);
  return { live, successor, revoked: ended, expired };
};

/** A token of Strapi's own, which a key goes by. */
const moveToken = async ({ strapi }: Playground): Promise<string> => {
  const token = await makeApiToken(strapi, { name: 'moved', type: 'full-access' });
  const tokens = serviceOf(strapi, 'strapi-tokens');
  const [found] = (await tokens.list()).filter(({ name }) => name === 'moved');
  if (found === undefined) throw new Error('Strapi’s token is not to be seen.');
  const { failed } = await tokens.move({ ids: [found.id] });
  if (failed.length > 0) throw new Error('Strapi’s token could not be moved.');
  return token;
};

const makePersonal = async ({ strapi, admin }: Playground, role: string): Promise<string> => {
  await openPersonalTokens(strapi, { roles: [role], defaultRoles: [role], maxTokens: 5 });
  const body = { name: 'personal', expiresAt: FAR };
  return (await answerOf(admin, myTokenEndpoints.create, { body }, 201)).token;
};

export interface Filled {
  /** Document id of the first admin. */
  readonly admin: string;
  /** Clear text by name of the key. */
  readonly tokens: Record<string, string>;
}

export const fillEveryTable = async (playground: Playground): Promise<Filled> => {
  const { strapi, url } = playground;
  const keys = await makeKeys(playground);
  const tokens = Object.fromEntries(Object.entries(keys).map(([name, { token }]) => [name, token]));
  const role = keys.live?.data.roles?.[0]?.id ?? '';
  tokens.personal = await makePersonal(playground, role);
  tokens.moved = await moveToken(playground);
  for (const token of Object.values(tokens)) {
    await send(`${url}/api/articles`, bearer(token));
    await send(`${url}/api/categories`, bearer(token));
  }
  await send(`${url}/api/articles`, bearer(forged(tokens.live ?? '')));
  await serviceOf(strapi, 'usage').flush();
  await serviceOf(strapi, 'states').write('notices', { lastRunSent: 3 });
  await storeWaiting(strapi);
  const { documentId } = (await strapi.db.query('admin::user').findOne({ where: { id: 1 } })) as {
    documentId: string;
  };
  return { admin: documentId, tokens };
};
