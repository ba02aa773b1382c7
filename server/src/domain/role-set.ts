/** Sorted ids of a key's roles, as `3,17`: what the credential stores and the cache is keyed by. */
export type RoleSet = string;

export const toRoleSet = (ids: readonly number[]): RoleSet =>
  [...new Set(ids)].sort((a, b) => a - b).join(',');

export const fromRoleSet = (set: RoleSet): number[] =>
  set === '' ? [] : set.split(',').map(Number);

export const withoutRole = (set: RoleSet, id: number): RoleSet =>
  toRoleSet(fromRoleSet(set).filter((each) => each !== id));
