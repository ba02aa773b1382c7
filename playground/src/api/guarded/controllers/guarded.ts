import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

/** What the strategy or the policy of the request left behind; `null` where it left nothing. */
const credentialsOf = (ctx: Context): unknown => {
  const { auth } = ctx.state as { auth?: { credentials?: unknown } };
  return auth?.credentials ?? null;
};

const controller = ({ strapi }: { strapi: Core.Strapi }) => ({
  show(ctx: Context) {
    ctx.body = { data: { credentials: credentialsOf(ctx) } };
  },

  async articles(ctx: Context) {
    const articles = await strapi
      .documents('api::article.article')
      .findMany({ status: 'published', limit: 25 });
    ctx.body = { data: articles };
  },
});

export default controller;
