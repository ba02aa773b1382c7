import { keepTyped, same } from '../../hooks/keep-typed';
import type { RulesFormValues } from './rules-form-values';

interface ForAdminRole {
  readonly adminRole: string;
}

/** Of a list with one entry for each admin role: entry by entry. */
const mergedList = <Entry extends ForAdminRole>(
  base: readonly Entry[],
  typed: readonly Entry[],
  fresh: readonly Entry[],
): Entry[] => {
  const of = (list: readonly Entry[], id: string) => list.find((each) => each.adminRole === id);
  const ids = [...new Set([...fresh, ...typed].map(({ adminRole }) => adminRole))];
  return ids.flatMap((id) => {
    const own = of(typed, id);
    return (same(own, of(base, id)) ? of(fresh, id) : own) ?? [];
  });
};

/**
 * What a person has typed, over what somebody else has saved meanwhile. Only what was changed here
 * wins, so that the next save takes nothing of the other's away unseen.
 *
 * @param base - What stood there before anything was typed.
 */
export const mergedRules = (
  base: RulesFormValues,
  typed: RulesFormValues,
  fresh: RulesFormValues,
): RulesFormValues => ({
  ...keepTyped(base, typed, fresh),
  expiry: keepTyped(base.expiry, typed.expiry, fresh.expiry),
  namingRules: mergedList(base.namingRules, typed.namingRules, fresh.namingRules),
  assignableRoles: mergedList(base.assignableRoles, typed.assignableRoles, fresh.assignableRoles),
  personalTokens: keepTyped(base.personalTokens, typed.personalTokens, fresh.personalTokens),
  notices: keepTyped(base.notices, typed.notices, fresh.notices),
  alerts: keepTyped(base.alerts, typed.alerts, fresh.alerts),
  retention: keepTyped(base.retention, typed.retention, fresh.retention),
});
