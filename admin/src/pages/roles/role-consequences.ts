import type { Role, RoleImpact } from '../../../../contracts/roles';
import type { RoleFormValues } from './role-form-values';

/** What a save does to keys beyond what one sees in the form. */
export interface Consequences {
  /** Keys that lately used what they are about to lose; `null` where there are none. */
  readonly hit: RoleImpact | null;
  /** How many keys may no longer ask for drafts. */
  readonly losingDrafts: number;
  /** Whether the role opens everything from now on. */
  readonly opensEverything: boolean;
  /** How many keys hold the role. */
  readonly keyCount: number;
}

const dropsAnAction = ({ permissions }: Role, values: RoleFormValues) => {
  const kept = new Set(values.permissions);
  return permissions.some((action) => !kept.has(action));
};

/** Whether a role may end up with less than it has, so that the server has to be asked for whom. */
export const mayNarrow = (role: Role, values: RoleFormValues): boolean => {
  if (role.drafts && !values.drafts) return true;
  if (values.kind === 'full-access') return false;
  if (values.kind !== role.kind) return true;
  return values.kind === 'custom' && dropsAnAction(role, values);
};

/** @param impact - What the server answered; `null` where there was no need to ask. */
export const consequencesOf = (
  role: Role,
  values: RoleFormValues,
  impact: RoleImpact | null,
): Consequences => {
  const keyCount = impact?.keyCount ?? role.keyCount;
  return {
    hit: impact !== null && impact.hitCount > 0 ? impact : null,
    losingDrafts: role.drafts && !values.drafts ? keyCount : 0,
    opensEverything: values.kind === 'full-access' && role.kind !== 'full-access',
    keyCount,
  };
};

/** Whether somebody has to confirm first. */
export const mustAsk = ({ hit, losingDrafts, opensEverything }: Consequences): boolean =>
  hit !== null || losingDrafts > 0 || opensEverything;
