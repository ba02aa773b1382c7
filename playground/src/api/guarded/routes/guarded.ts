/** Routes that stand behind the policies of API Access, with and without Strapi's own chain. */
const hasRole = (config: { roles: string[]; mode?: 'any' | 'all' }) => ({
  name: 'plugin::api-access.has-role',
  config,
});

const guarded = [
  {
    method: 'GET',
    path: '/guarded/open-door',
    handler: 'guarded.show',
    config: { auth: false, policies: ['plugin::api-access.authenticated'] },
  },
  {
    method: 'GET',
    path: '/guarded/editors',
    handler: 'guarded.show',
    config: { auth: false, policies: [hasRole({ roles: ['editor'] })] },
  },
  {
    method: 'GET',
    path: '/guarded/all',
    handler: 'guarded.show',
    config: { auth: false, policies: [hasRole({ roles: ['editor', 'reader'], mode: 'all' })] },
  },
  {
    method: 'GET',
    path: '/guarded/normal',
    handler: 'guarded.show',
    config: { policies: [hasRole({ roles: ['editor'] })] },
  },
  {
    method: 'GET',
    path: '/guarded/articles',
    handler: 'api::article.article.find',
    config: { auth: false, policies: ['plugin::api-access.authenticated'] },
  },
];

const open = [
  {
    method: 'GET',
    path: '/guarded/free',
    handler: 'guarded.articles',
    config: { auth: false },
  },
];

// Strapi does not start with a route whose policy no plugin brings.
export default () => ({
  routes: process.env.PLAYGROUND_WITHOUT_API_ACCESS === 'true' ? open : [...guarded, ...open],
});
