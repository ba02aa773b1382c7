/** What every app under measurement holds: some articles, and a way in of each kind. */
const ARTICLES = 10;

export const ACTIONS = [
  'api::article.article.find',
  'api::article.article.findOne',
  'api::category.category.find',
];

const ours = async (strapi) => {
  const plugin = (name) => strapi.plugin('api-access').service(name);
  const role = await plugin('roles').create({
    name: 'Bench',
    kind: 'custom',
    permissions: ACTIONS,
  });
  const key = await plugin('keys').create({ name: 'bench', roles: [role.id], expiresAt: null });
  return { ours: key.token, accessId: key.data.accessId, role: role.id };
};

/** @returns The tokens; those of the plugin only where it is there. */
export const seedApp = async (strapi) => {
  for (let n = 0; n < ARTICLES; n += 1) {
    await strapi.documents('api::article.article').create({
      data: { title: `Article ${n}`, slug: `article-${n}`, body: 'Some text.' },
      status: 'published',
    });
  }
  const builtIn = await strapi.service('admin::api-token-content-api').create({
    name: 'bench',
    description: '',
    type: 'custom',
    kind: 'content-api',
    lifespan: null,
    permissions: ACTIONS,
  });
  const own = 'api-access' in strapi.plugins ? await ours(strapi) : {};
  return { 'built-in': builtIn.accessKey, ...own };
};
