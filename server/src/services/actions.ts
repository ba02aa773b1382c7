import type { Core } from '@strapi/strapi';
import type { GrantableAction } from '../../../contracts';
import { grantableActions, type ActionsMap, type ContentRoute } from '../domain/actions';
import { relationsOf, type AttributesByUid, type RelationAttribute } from '../domain/relations';

/** An action as the app's code defines it: the same until the next boot. */
type KnownGrantable = Omit<GrantableAction, 'isPublic'>;

interface TypeView {
  readonly info: { readonly displayName: string };
  readonly attributes: Readonly<Record<string, RelationAttribute>>;
}

const typesOf = (types: object): Map<string, TypeView> =>
  new Map<string, TypeView>(Object.entries(types));

const displayName = (types: ReadonlyMap<string, TypeView>, api: string): string => {
  const [kind, name = api] = api.split('::');
  return kind === 'api' ? (types.get(`${api}.${name}`)?.info.displayName ?? name) : name;
};

const PUBLIC_ROLE = 'plugin::users-permissions.role';

/** What can be granted to a key: the app's content-API actions, fixed once Strapi has loaded. */
export const createActions = ({ strapi }: { strapi: Core.Strapi }) => {
  let known: Promise<KnownGrantable[]> | undefined;

  const read = async (): Promise<KnownGrantable[]> => {
    const actions: ActionsMap = strapi.contentAPI.permissions.getActionsMap();
    const routes: Readonly<Record<string, readonly ContentRoute[]>> =
      await strapi.contentAPI.getRoutesMap();
    const contentTypes = typesOf(strapi.contentTypes);
    const attributes: AttributesByUid = new Map(
      [...contentTypes, ...typesOf(strapi.components)].map(([uid, type]) => [uid, type.attributes]),
    );
    const found = grantableActions(actions, routes, (api) => displayName(contentTypes, api));
    const names = new Set(found.map(({ action }) => action));
    return found.map((each) => ({
      ...each,
      relations: relationsOf(each.action, attributes, (action) => names.has(action)),
    }));
  };

  /** What users-permissions opens to everyone at this moment; nothing where the app is without it. */
  const openToEveryone = async (): Promise<ReadonlySet<string>> => {
    if (!(PUBLIC_ROLE in strapi.contentTypes)) return new Set();
    const role = (await strapi.db
      .query(PUBLIC_ROLE)
      .findOne({ where: { type: 'public' }, populate: { permissions: true } })) as {
      permissions?: readonly { readonly action: string }[];
    } | null;
    return new Set((role?.permissions ?? []).map(({ action }) => action));
  };

  const service = {
    list(): Promise<KnownGrantable[]> {
      if (!strapi.isLoaded) return read();
      known ??= read();
      return known;
    },

    /** The same, with which of them are open to everyone as well; read anew each time. */
    async described(): Promise<GrantableAction[]> {
      const open = await openToEveryone();
      return (await service.list()).map((each) => ({ ...each, isPublic: open.has(each.action) }));
    },
  };
  return service;
};

export type Actions = ReturnType<typeof createActions>;
