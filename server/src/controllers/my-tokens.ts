import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { myTokenEndpoints } from '../../../contracts';
import { ApiAccessError } from '../domain/errors';
import type { Actor } from '../services/actor';
import type { Owner } from '../services/credentials';
import { getService } from '../services/get-service';
import { endUserOf } from './end-user';
import { action, actorOf, type ControllerContext } from './endpoint';

/** Made anew for each side: Strapi marks an action by the kind of the routes that use it. */
const tokenActions = (strapi: Core.Strapi, kind: Owner['kind'], who: (ctx: Context) => Actor) => {
  const service = () => getService(strapi, 'personal-tokens');
  const ownerOf = ({ user }: Actor): Owner => {
    if (user === null) throw new ApiAccessError('not_permitted');
    return { kind, id: user.documentId };
  };
  return {
    list: action(myTokenEndpoints.list, ({ actor }) => service().list(ownerOf(actor)), { who }),
    create: action(
      myTokenEndpoints.create,
      ({ body, actor }) => service().create(ownerOf(actor), body, { actor }),
      { holdsToken: true, who },
    ),
    regenerate: action(
      myTokenEndpoints.regenerate,
      ({ params, body, actor }) => service().regenerate(ownerOf(actor), params.id, body, { actor }),
      { holdsToken: true, who },
    ),
    delete: action(
      myTokenEndpoints.delete,
      async ({ params, actor }) => ({
        data: await service().delete(ownerOf(actor), params.id, { actor }),
      }),
      { who },
    ),
  };
};

/** For whoever is signed in to the admin panel. */
export const myTokens = ({ strapi }: ControllerContext) => tokenActions(strapi, 'admin', actorOf);

/** For end users of the app, by the content API; named as roles of users-permissions show it. */
export const personalTokens = ({ strapi }: ControllerContext) =>
  tokenActions(strapi, 'user', endUserOf);
