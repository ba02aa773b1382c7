/** End users of the playground, who may make personal tokens by the content API. */
import { ARTICLE_FIND, bearer, send } from './consumers';
import { addEndUser, allow, atContentApi } from './end-users';
import { type Holder, startTokenHolders } from './personal-tokens';

/** What a role of users-permissions ticks for it. */
export const MANAGING = ['list', 'create', 'regenerate', 'delete'].map(
  (name) => `plugin::api-access.personal-tokens.${name}`,
);

export interface EndUser extends Holder {
  id: number;
  documentId: string;
}

export const startEndUsers = async () => {
  // Counts of use are written when Strapi ends, not between the looks at what has changed.
  const app = await startTokenHolders({ apiAccess: { flushIntervalMs: 600_000 } });
  await allow(app.strapi, 'authenticated', ARTICLE_FIND, ...MANAGING);
  let people = 0;
  return {
    ...app,
    /** A new end user, signed in; may read articles and manage tokens. */
    signUp: async (name = `person-${(people += 1)}`): Promise<EndUser> => {
      const { id, documentId, jwt } = await addEndUser(app.strapi, name);
      return { id, documentId, agent: atContentApi(app.url, jwt) };
    },
    write: (token: string, slug: string) =>
      send(`${app.url}/api/articles`, bearer(token), {
        method: 'POST',
        body: { data: { title: slug, slug } },
      }),
  };
};

export type EndUsers = Awaited<ReturnType<typeof startEndUsers>>;
