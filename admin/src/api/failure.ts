import { isFetchError } from '@strapi/strapi/admin';
import type { Upgrade } from '../../../contracts/entitlement';
import { errorBody, type ErrorCode, type FieldIssue } from '../../../contracts/errors';

/** Why a request did not succeed, whichever way it was sent. */
export interface Failure {
  /** The plugin's code; `null` where another part of Strapi, or nobody, answered. */
  readonly code: ErrorCode | null;
  /** The sentence of the answer; `null` where there was none, as without a connection. */
  readonly message: string | null;
  readonly status: number | null;
  /** Faults of single fields. */
  readonly issues: readonly FieldIssue[];
  /** Of `not_entitled` alone: why, and where to get it. */
  readonly upgrade?: Upgrade;
}

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && name in value
    ? (value as Record<string, unknown>)[name]
    : undefined;

/** Reads what the fetch client threw, or what RTK Query answered as its error. */
export const failureOf = (thrown: unknown): Failure => {
  const error: unknown = isFetchError(thrown) ? thrown.response?.data.error : thrown;
  const ours = errorBody.shape.error.safeParse(error);
  if (ours.success) {
    const { message, status, details } = ours.data;
    const { code, errors: issues, reason = null, upgradeUrl = null } = details;
    const failure = { code, message, status, issues };
    return code === 'not_entitled' ? { ...failure, upgrade: { reason, upgradeUrl } } : failure;
  }
  const status = property(error, 'status') ?? property(thrown, 'status');
  const message = property(error, 'message');
  const answered = typeof status === 'number';
  return {
    code: null,
    message: answered && typeof message === 'string' ? message : null,
    status: answered ? status : null,
    issues: [],
  };
};
