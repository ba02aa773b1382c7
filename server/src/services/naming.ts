import type { Core } from '@strapi/strapi';
import type { AdminAction, NamingRule, Settings } from '../../../contracts';
import { ApiAccessError } from '../domain/errors';
import { isNameAllowed, namingSentence } from '../domain/naming-rule';
import type { Actor } from './actor';
import { adminRolesOf } from './admin-roles';

/** Whether a key is made, edited, issued anew or moved here: the right by which it is decides whose rules hold. */
export type NamingAction = Extract<
  AdminAction,
  'create-api-access' | 'update' | 'regenerate' | 'move-strapi-tokens'
>;

/**
 * The rules of which a name must match one; none where one of the person's roles that hold the
 * action has no rule, and for the app's own code and the plugin.
 */
export const namingRulesOf = async (
  strapi: Core.Strapi,
  { namingRules }: Settings,
  actor: Actor,
  ...anyOf: readonly NamingAction[]
): Promise<NamingRule[]> => {
  if (namingRules.length === 0) return [];
  const roles = await adminRolesOf(strapi, actor, anyOf);
  if (roles === null) return [];
  const rules = roles.map(({ id }) => namingRules.find((rule) => rule.adminRole === id));
  return rules.every((rule) => rule !== undefined)
    ? rules.map(({ pattern, example }) => ({ pattern, example }))
    : [];
};

/**
 * What the rules of whoever gives an Access Name have against it: `name_not_allowed` at `name`,
 * with a sentence that shows the rule and an example; `null` where they let it pass.
 */
export const namingFault = async (
  strapi: Core.Strapi,
  settings: Settings,
  actor: Actor,
  name: string,
  action: NamingAction,
): Promise<ApiAccessError | null> => {
  const rules = await namingRulesOf(strapi, settings, actor, action);
  if (rules.length === 0 || isNameAllowed(rules, name)) return null;
  return new ApiAccessError('name_not_allowed', [
    { path: ['name'], code: 'name_not_allowed', message: namingSentence(rules) },
  ]);
};
