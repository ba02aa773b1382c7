import type { Core } from '@strapi/strapi';
import type { GrantableAction } from '../../../contracts';
import { grantableActions, type ActionsMap, type ContentRoute } from '../domain/actions';

const displayName = (strapi: Core.Strapi, api: string): string => {
  const [kind, name = api] = api.split('::');
  const types = new Map<string, { readonly info: { readonly displayName: string } }>(
    Object.entries(strapi.contentTypes),
  );
  return kind === 'api' ? (types.get(`${api}.${name}`)?.info.displayName ?? name) : name;
};

/** What can be granted to a key: the app's content-API actions, fixed once Strapi has loaded. */
export const createActions = ({ strapi }: { strapi: Core.Strapi }) => {
  let known: Promise<GrantableAction[]> | undefined;

  const read = async (): Promise<GrantableAction[]> => {
    const actions: ActionsMap = strapi.contentAPI.permissions.getActionsMap();
    const routes: Readonly<Record<string, readonly ContentRoute[]>> =
      await strapi.contentAPI.getRoutesMap();
    return grantableActions(actions, routes, (api) => displayName(strapi, api));
  };

  return {
    list(): Promise<GrantableAction[]> {
      if (!strapi.isLoaded) return read();
      known ??= read();
      return known;
    },
  };
};

export type Actions = ReturnType<typeof createActions>;
