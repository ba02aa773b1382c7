/**
 * The handler of `GET /api/articles`, open to everyone: what a benchmark compares a guarded
 * request with has to run the very same code behind the door.
 */
export default {
  routes: [
    {
      method: 'GET',
      path: '/articles-open',
      handler: 'article.find',
      config: { auth: false },
    },
  ],
};
