/** Where the activity is; `index.ts` registers it with Strapi. */
const ACTIVITY_PATH = '/settings/api-access-activity';

export const activityPaths = {
  list: ACTIVITY_PATH,
  /** What happened to one key, also to one that is gone. */
  ofKey: (id: string) => `${ACTIVITY_PATH}?key=${encodeURIComponent(id)}`,
};
