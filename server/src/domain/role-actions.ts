import type { RoleKind } from '../../../contracts';

/** What a role is to name as its actions, in order and each once; only a custom role names any. */
export const actionsOfKind = (kind: RoleKind, wanted: readonly string[]): string[] =>
  kind === 'custom' ? [...new Set(wanted)].sort() : [];
