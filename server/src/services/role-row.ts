import type { RoleKind } from '../../../contracts';

/** An API role as the content type holds it. */
export interface RoleRow {
  readonly id: number;
  readonly documentId: string;
  readonly code: string;
  readonly name: string;
  readonly description: string | null;
  readonly kind: RoleKind;
  readonly permissions: unknown;
  readonly drafts: boolean;
  readonly revision: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const permissionsOf = ({ permissions }: RoleRow): string[] =>
  Array.isArray(permissions) ? (permissions as string[]) : [];
