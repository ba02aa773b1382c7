import type { Core } from '@strapi/strapi';
import { ROLE_UID, type MyTokenRules, type Settings } from '../../../contracts';
import { ApiAccessError } from '../domain/errors';
import { closedReason, personalExpiry } from '../domain/personal-tokens';

interface OpenRole {
  readonly id: number;
  readonly documentId: string;
  readonly name: string;
  readonly isDefault: boolean;
}

/** What holds for personal tokens at this moment. */
export interface PersonalTokenRules extends Pick<MyTokenRules, 'maxTokens' | 'expiry'> {
  /** API roles that may be chosen, the default ones first. */
  readonly open: readonly OpenRole[];
}

export const readRules = async (
  strapi: Core.Strapi,
  settings: Settings,
): Promise<PersonalTokenRules> => {
  const { maxTokens, maxDays, roles, defaultRoles } = settings.personalTokens;
  const open = (await strapi.db.query(ROLE_UID).findMany({
    where: { documentId: { $in: roles } },
    orderBy: [{ name: 'asc' }],
  })) as Omit<OpenRole, 'isDefault'>[];
  return {
    maxTokens,
    expiry: personalExpiry(settings.expiry, maxDays),
    open: open
      .map((role) => ({ ...role, isDefault: defaultRoles.includes(role.documentId) }))
      .sort((a, b) => Number(b.isDefault) - Number(a.isDefault)),
  };
};

/** @throws ApiAccessError `personal_tokens_closed`, `token_limit_reached`. */
export const requireRoom = (rules: PersonalTokenRules, held: number): void => {
  const reason = closedReason(rules, held);
  if (reason !== null) throw new ApiAccessError(reason);
};

/**
 * Row ids of the roles that a new token is given: what was chosen, else the default ones.
 *
 * @throws ApiAccessError `role_not_personal`, also for a role that does not exist.
 */
export const chooseRoles = (
  { open }: PersonalTokenRules,
  wanted: readonly string[] | undefined,
): number[] => {
  if (wanted === undefined) return open.filter((role) => role.isDefault).map(({ id }) => id);
  return [...new Set(wanted)].map((id, at) => {
    const role = open.find(({ documentId }) => documentId === id);
    if (role === undefined) throw ApiAccessError.at('role_not_personal', 'roles', at);
    return role.id;
  });
};

/**
 * A new secret is a new token in all but name: it needs the same rights, but takes nobody's room.
 *
 * @throws ApiAccessError `role_not_personal`, `personal_tokens_closed`.
 */
export const requireRenewable = (
  rules: PersonalTokenRules,
  held: readonly { readonly id: number }[],
): void => {
  if (held.some(({ id }) => !rules.open.some((role) => role.id === id))) {
    throw new ApiAccessError('role_not_personal');
  }
  requireRoom(rules, 0);
};

/** The rules as the owner's page needs them. */
export const viewRules = (rules: PersonalTokenRules, held: number): MyTokenRules => ({
  maxTokens: rules.maxTokens,
  expiry: rules.expiry,
  roles: rules.open.map(({ documentId: id, name, isDefault }) => ({ id, name, isDefault })),
  closed: closedReason(rules, held),
});
