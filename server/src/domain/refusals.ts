import type { RefusalCode } from '../../../contracts';

interface RefusalAnswer {
  readonly status: 400 | 401 | 403 | 429 | 503;
  readonly name: string;
  readonly message: string;
  readonly help: string;
  /** `error` of the `WWW-Authenticate` header (RFC 6750, section 3.1). */
  readonly challenge?: 'invalid_request' | 'invalid_token' | 'insufficient_scope';
  readonly retryAfterSeconds?: number;
}

const unauthorized = (message: string, help: string): RefusalAnswer => ({
  status: 401,
  name: 'UnauthorizedError',
  message,
  help,
  challenge: 'invalid_token',
});

const forbidden = (message: string, help: string): RefusalAnswer => ({
  status: 403,
  name: 'ForbiddenError',
  message,
  help,
  challenge: 'insufficient_scope',
});

/** Status, sentence and advice of every refusal; a new code does not compile until it stands here. */
export const REFUSAL_ANSWERS: Record<RefusalCode, RefusalAnswer> = {
  // RFC 6750: a request that lacks any credentials gets a challenge without an error code.
  missing_token: {
    status: 401,
    name: 'UnauthorizedError',
    message: 'This route needs an API key',
    help: 'Send an API key as "Authorization: Bearer <key>".',
  },
  conflicting_tokens: {
    status: 400,
    name: 'BadRequestError',
    message: 'Two different API keys were sent',
    help: 'Send one API key, in one header.',
    challenge: 'invalid_request',
  },
  invalid_token: unauthorized(
    'Invalid API key',
    'No key matches what was sent. Check that it was copied whole, or ask for a new one.',
  ),
  expired_token: unauthorized(
    'API key expired',
    'Ask the technical owner to have the key regenerated.',
  ),
  revoked_token: unauthorized('API key revoked', 'This key never works again. Ask for a new one.'),
  suspended_token: unauthorized(
    'API key suspended',
    'The account of the person who owns this key is blocked. It works again when the account does.',
  ),
  insufficient_scope: forbidden(
    'API key lacks a permission',
    'Ask for an API role that allows what "required" names; the token of an end user needs its ' +
      'owner to be allowed it too.',
  ),
  missing_role: forbidden(
    'API key lacks an API role',
    'Ask for an API role that "required" names.',
  ),
  address_not_allowed: forbidden(
    'API key may not be used from this address',
    'Call from one of the networks that the key is restricted to, or ask for them to be extended.',
  ),
  drafts_not_allowed: forbidden(
    'API key may not see drafts',
    'Ask for published content only: no other status, and no filter or sort through a relation to ' +
      'content with drafts. Or ask for an API role that allows drafts.',
  ),
  // RFC 6585, section 4; each refusal says when to try again.
  rate_limited: {
    status: 429,
    name: 'TooManyRequestsError',
    message: 'API key is over its rate limit',
    help: 'Wait as long as "Retry-After" says, then send fewer requests.',
    retryAfterSeconds: 1,
  },
  verification_unavailable: {
    status: 503,
    name: 'ServiceUnavailableError',
    message: 'The API key could not be checked',
    help: 'Keep the key and try again in a few seconds.',
    retryAfterSeconds: 5,
  },
  verification_busy: {
    status: 503,
    name: 'ServiceUnavailableError',
    message: 'Too many API keys are being checked',
    help: 'Keep the key and try again in a few seconds.',
    retryAfterSeconds: 2,
  },
};

/** A refusal of one request. `required` and `accessId` only for who holds the true secret. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly required?: readonly string[];
  readonly accessId?: string;
  /** Where the time to wait is known; else the same for all refusals with this code. */
  readonly retryAfterSeconds?: number;
}

/** A quoted-string of an HTTP header (RFC 9110, section 5.6.4), of printable ASCII only. */
const quoted = (text: string): string =>
  `"${text.replace(/[^\x20-\x7e]/g, '').replace(/["\\]/g, '\\$&')}"`;

/** Headers of a refusal (RFC 6750, section 3; RFC 9110 for `Retry-After`). */
export const refusalHeaders = (refusal: Refusal): Record<string, string> => {
  const { code, required } = refusal;
  const { status, message, challenge } = REFUSAL_ANSWERS[code];
  const { retryAfterSeconds = REFUSAL_ANSWERS[code].retryAfterSeconds } = refusal;
  const headers: Record<string, string> = { 'Cache-Control': 'no-store' };
  if (retryAfterSeconds !== undefined) headers['Retry-After'] = String(retryAfterSeconds);
  if (status === 503 || status === 429) return headers;
  const parts = ['realm="content-api"'];
  if (challenge !== undefined) {
    parts.push(`error="${challenge}"`, `error_description=${quoted(message)}`);
  }
  if (code === 'insufficient_scope' && required !== undefined && required.length > 0) {
    parts.push(`scope=${quoted(required.join(' '))}`);
  }
  headers['WWW-Authenticate'] = `Bearer ${parts.join(', ')}`;
  return headers;
};

/** `details` of a refusal's body: what to do, in words and for programs. */
export const refusalDetails = ({ code, required, accessId }: Refusal) => ({
  code,
  ...(required === undefined ? {} : { required: [...required] }),
  ...(accessId === undefined ? {} : { accessId }),
  help: REFUSAL_ANSWERS[code].help,
});

/** Body of a refusal, in the shape of Strapi's own errors. */
export const refusalBody = (refusal: Refusal) => {
  const { status, name, message } = REFUSAL_ANSWERS[refusal.code];
  return { data: null, error: { status, name, message, details: refusalDetails(refusal) } };
};
