import type { GrantableAction } from '../../../../contracts/permissions';

/** The actions of one API, as the editor shows them. */
export interface ActionGroup {
  readonly api: string;
  readonly name: string;
  readonly actions: readonly GrantableAction[];
}

/** Plugins, and APIs without a content type, are called by their folder: `users-permissions`. */
const titleOf = (name: string) => {
  const words = /^[a-z0-9-]+$/.test(name) ? name.replaceAll('-', ' ') : name;
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const matches = (action: GrantableAction, words: readonly string[]) => {
  const text = [
    action.action,
    action.apiName,
    ...action.routes.map(({ method, path }) => `${method} ${path}`),
  ]
    .join(' ')
    .toLowerCase();
  return words.every((word) => text.includes(word));
};

/** Actions that match every word of a search, by API; APIs of the app before those of plugins. */
export const groupActions = (
  actions: readonly GrantableAction[],
  search: string,
): readonly ActionGroup[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<string, GrantableAction[]>();
  for (const action of actions) {
    if (!matches(action, words)) continue;
    groups.set(action.api, [...(groups.get(action.api) ?? []), action]);
  }
  const rank = (api: string) => (api.startsWith('api::') ? 0 : 1);
  return [...groups]
    .map(([api, members]) => ({ api, name: titleOf(members[0]?.apiName ?? api), actions: members }))
    .sort((a, b) => rank(a.api) - rank(b.api) || a.name.localeCompare(b.name));
};

/** Granted actions that the app no longer has. */
export const deadActions = (
  actions: readonly GrantableAction[],
  granted: readonly string[],
): readonly string[] => {
  const known = new Set(actions.map(({ action }) => action));
  return [...new Set(granted)].filter((action) => !known.has(action));
};

/** The granted actions with some added or removed, in a stable order. */
export const withActions = (
  granted: readonly string[],
  actions: readonly string[],
  isGranted: boolean,
): readonly string[] => {
  const next = new Set(granted);
  for (const action of actions) {
    if (isGranted) next.add(action);
    else next.delete(action);
  }
  return [...next].sort();
};
