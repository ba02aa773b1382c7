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
    const members = groups.get(action.api);
    if (members === undefined) groups.set(action.api, [action]);
    else members.push(action);
  }
  const rank = (api: string) => (api.startsWith('api::') ? 0 : 1);
  return [...groups]
    .map(([api, members]) => ({ api, name: titleOf(members[0]?.apiName ?? api), actions: members }))
    .sort((a, b) => rank(a.api) - rank(b.api) || a.name.localeCompare(b.name));
};

/** A right that a role lacks, though what it allows would answer more with it. */
export interface MissingRight {
  readonly action: string;
  /** As the editor calls it: "Category · find". */
  readonly label: string;
  /** The relations that answers leave out without it. */
  readonly fields: readonly string[];
}

export const NONE_MISSING: readonly MissingRight[] = [];

/**
 * For each granted action the rights without which Strapi leaves relations out of its answers.
 * Those that no action of the app stands for cannot be granted, and are not told.
 */
export const missingRights = (
  actions: readonly GrantableAction[],
  granted: ReadonlySet<string>,
): ReadonlyMap<string, readonly MissingRight[]> => {
  const known = new Map(actions.map((action) => [action.action, action]));
  const missing = new Map<string, readonly MissingRight[]>();
  for (const { action, relations } of actions) {
    if (!granted.has(action)) continue;
    const fields = new Map<string, string[]>();
    for (const relation of relations) {
      if (granted.has(relation.action)) continue;
      fields.set(relation.action, [...(fields.get(relation.action) ?? []), relation.field]);
    }
    const rights = [...fields].flatMap(([wanted, names]) => {
      const target = known.get(wanted);
      if (target === undefined) return [];
      const label = `${titleOf(target.apiName)} · ${target.name}`;
      return [{ action: wanted, label, fields: [...new Set(names)] }];
    });
    if (rights.length > 0) missing.set(action, rights);
  }
  return missing;
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
