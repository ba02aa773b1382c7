import type { StrapiToken } from '../../../contracts';
import { table } from './table';

const HEAD = ['TOKEN', 'ID', 'TYPE', 'EXPIRES', 'LAST USED', 'BECOMES KEY', 'API ROLE', 'NOTE'];

const roleOf = ({ role }: StrapiToken): string => {
  if (role === null) return 'none';
  return role.isNew ? `${role.name} (new)` : role.name;
};

const noteOf = ({ problem, isUntouchedDefault }: StrapiToken): string =>
  problem?.message ??
  (isUntouchedDefault ? 'Made by Strapi at its first start, never used: --all leaves it.' : '');

/** What would become of Strapi's tokens, a line each. */
export const planTable = (tokens: readonly StrapiToken[]): string =>
  table(
    HEAD,
    tokens.map((token) => [
      token.name,
      String(token.id),
      token.type,
      token.expiresAt ?? 'never',
      token.lastUsedAt ?? 'never',
      token.problem === null ? token.keyName : '',
      token.problem === null ? roleOf(token) : '',
      noteOf(token),
    ]),
  );

/** What was not done, and why. */
export interface NotDone {
  readonly id: number | string;
  readonly name: string | null;
  readonly message: string;
}

export const notDoneLine = ({ id, name, message }: NotDone): string =>
  `Not moved: ${name ?? String(id)}. ${message}`;
