import type { ErrorBody, ErrorCode } from '../../contracts/errors';
import type { Translate } from './texts';

/** Why a request did not succeed. */
export type Failure =
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'not-allowed' }
  /** The plugin said no, and why. */
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly messages: readonly string[] }
  | { readonly kind: 'unreachable' };

type PartialBody = { readonly error?: Partial<ErrorBody['error']> | null } | null;

/** Reads an answer that is no success; `body` is whatever came as JSON, else `null`. */
export const failureOfAnswer = (status: number, body: unknown): Failure => {
  if (status === 401) return { kind: 'signed-out' };
  const error = typeof body === 'object' ? (body as PartialBody)?.error : null;
  const { code, errors = [] } = (error?.details ?? {}) as Partial<ErrorBody['error']['details']>;
  // Without a code Strapi itself has refused: the user's role lacks the action.
  if (status === 403 && (code === undefined || code === 'not_permitted')) {
    return { kind: 'not-allowed' };
  }
  if (code === undefined || error?.message === undefined) return { kind: 'unreachable' };
  const messages = [error.message, ...errors.map(({ message }) => message)];
  return { kind: 'refused', code, messages: [...new Set(messages)] };
};

/** Thrown by requests. */
export class RequestFailed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.kind);
  }
}

/** What was thrown by a request; anything else means that nobody answered. */
export const failureOf = (thrown: unknown): Failure =>
  thrown instanceof RequestFailed ? thrown.failure : { kind: 'unreachable' };

/** Sentences for whoever reads it: the server's own where it says what to do. */
export const sentencesOf = (failure: Failure, t: Translate): readonly string[] => {
  switch (failure.kind) {
    case 'signed-out':
      return [t('signed-out-text')];
    case 'not-allowed':
      return [t('not-allowed-text')];
    case 'unreachable':
      return [t('unreachable-text')];
    case 'refused':
      // Speaks of a reload, which is done already, and of settings that a user does not have.
      if (failure.code === 'revision_conflict') return [t('changed-text')];
      if (failure.code === 'personal_tokens_closed') return [t('closed-text')];
      return failure.messages;
  }
};
