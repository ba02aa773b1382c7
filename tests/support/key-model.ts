/** What a key is, and what each request with a token of it has to be answered in that state. */
import { type RefusalBody, type Whoami } from '../../contracts';
import { type Answer, ARTICLE_FIND, CATEGORY_FIND } from './consumers';
import { type Timeline } from './timeline';

/** An API role, whose permissions change. */
export interface ModelRole {
  readonly id: string;
  readonly code: string;
  readonly permissions: Timeline<readonly string[]>;
  revision: number;
}

export interface KeyState {
  /** The one that works; `null` while only the server knows it. */
  token: string | null;
  readonly end: 'revoked' | 'deleted' | null;
  /** Epoch milliseconds, by the clock of this machine. */
  readonly expiresAt: number | null;
  readonly isSuspended: boolean;
  readonly roles: readonly ModelRole[];
}

export interface Question {
  readonly path: string;
  /** What the route asks for; `null` where any key may pass, and is told what it holds. */
  readonly action: string | null;
}

export const WHOAMI: Question = { path: '/api/api-access/whoami', action: null };
export const QUESTIONS: readonly Question[] = [
  WHOAMI,
  { path: '/api/articles', action: ARTICLE_FIND },
  { path: '/api/categories', action: CATEGORY_FIND },
];

const listed = (codes: readonly string[], permissions: readonly string[]) =>
  `200 as ${[...codes].sort().join('+')} for ${[...permissions].sort().join('+')}`;

/** What of an answer is judged: status, code, the action that was lacking, and what `whoami` tells. */
export const toldBy = ({ action }: Question, { status, body }: Answer): string => {
  if (status === 200 && action === null) {
    const { roles, permissions } = (body as { data: Whoami }).data;
    const codes = roles.map(({ code }) => code);
    return listed(codes, permissions);
  }
  if (status === 200) return '200';
  const { error } = body as Partial<RefusalBody>;
  const { code = 'no code', required = [] } = error?.details ?? {};
  return [status, code, ...required].join(' ');
};

/** When a request ran, by the clock of this machine. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Every combination of one element of each list. */
const combinations = <T>(lists: readonly (readonly T[])[]): T[][] =>
  lists.reduce<T[][]>(
    (made, list) => made.flatMap((head) => list.map((each) => [...head, each])),
    [[]],
  );

const granted = (
  { roles }: KeyState,
  { action }: Question,
  permissionsOf: (role: ModelRole) => readonly (readonly string[])[],
): string[] =>
  combinations(roles.map(permissionsOf)).map((lists) => {
    const permissions = [...new Set(lists.flat())];
    const codes = roles.map(({ code }) => code);
    if (action === null) return listed(codes, permissions);
    return permissions.includes(action) ? '200' : `403 insufficient_scope ${action}`;
  });

/**
 * What may be answered to a token in one state of its key: one answer for each moment of the request
 * and for each state that its API roles could have had.
 */
export const answersIn = (
  state: KeyState,
  token: string,
  question: Question,
  { from, to }: Interval,
  permissionsOf: (role: ModelRole) => readonly (readonly string[])[],
): string[] => {
  if (state.end === 'deleted' || state.token !== token) return ['401 invalid_token'];
  if (state.end === 'revoked') return ['401 revoked_token'];
  const { expiresAt } = state;
  const expired = expiresAt !== null && expiresAt <= to ? ['401 expired_token'] : [];
  if (expiresAt !== null && expiresAt <= from) return expired;
  if (state.isSuspended) return [...expired, '401 suspended_token'];
  return [...expired, ...granted(state, question, permissionsOf)];
};
