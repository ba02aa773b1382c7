import type { ErrorCode, FieldIssue } from '../../../contracts';

interface Answer {
  readonly status: 400 | 401 | 403 | 404 | 409 | 429 | 502 | 503;
  readonly name: string;
  readonly message: string;
}

const bad = (message: string): Answer => ({ status: 400, name: 'ValidationError', message });
const forbidden = (message: string): Answer => ({ status: 403, name: 'ForbiddenError', message });
const conflict = (message: string): Answer => ({ status: 409, name: 'ConflictError', message });

/** Status and public sentence of every error; a new code does not compile until it stands here. */
export const ERROR_ANSWERS: Record<ErrorCode, Answer> = {
  invalid_input: bad('The request does not have the expected form; see details.errors.'),
  not_found: {
    status: 404,
    name: 'NotFoundError',
    message: 'There is no such entry, or it is not yours to see.',
  },
  sign_in_required: {
    status: 401,
    name: 'UnauthorizedError',
    message: 'Sign in as a user of the app for this.',
  },
  not_permitted: forbidden('You lack the permission for this.'),
  not_entitled: forbidden('Upgrade required: this app does not let you use API Access.'),
  roles_not_permitted: forbidden(
    'You may not see or assign API roles; ask for the permission getRole.',
  ),
  tags_not_permitted: forbidden(
    'You may use existing tags only; ask for the permission to manage tags.',
  ),
  clear_text_not_permitted: forbidden(
    'An admin API token may not receive the clear text of a key, unless Rules & notices allow it.',
  ),
  name_taken: conflict('Another key that is not revoked has this name. Choose another one.'),
  role_name_taken: conflict('Another API role has this name. Choose another one.'),
  role_code_taken: conflict('Another API role has this code. Choose another one.'),
  role_declared: conflict(
    'This API role is declared in config/plugins of the app. Edit it there; it changes with the next start.',
  ),
  tag_name_taken: conflict('Another tag has this name. Choose another one.'),
  unknown_role: bad('This API role does not exist.'),
  unknown_tag: bad('This tag does not exist.'),
  unknown_action: bad('This action does not exist or cannot be granted to a key.'),
  expiry_required: bad('A key must have an expiration date here.'),
  expiry_in_past: bad('The expiration date must lie in the future.'),
  expiry_too_late: bad(
    'The expiration date lies beyond the longest lifetime that is allowed here.',
  ),
  expiry_not_earlier: bad(
    'An edit can only make the expiration earlier. Regenerate the key to make it later.',
  ),
  revision_conflict: conflict('Somebody changed this in the meantime. Reload it and try again.'),
  key_revoked: conflict('This key is revoked, which cannot be undone. Create a new key instead.'),
  strapi_token_expired: conflict("This API token has expired. Delete it in Strapi's API Tokens."),
  strapi_token_replaced: conflict(
    "This key goes by a token of its own: it was regenerated, or was never one of Strapi's API tokens.",
  ),
  strapi_name_taken: conflict(
    "Strapi's API Tokens hold another one of this name. Rename that one first.",
  ),
  name_not_allowed: forbidden('The Access Name does not match the naming rule that holds for you.'),
  role_not_assignable: forbidden('You may not assign this API role.'),
  role_not_personal: forbidden('This API role is not open to personal tokens.'),
  personal_tokens_closed: forbidden(
    'Personal tokens are not open here: Rules & notices allow none, or no API role for them.',
  ),
  token_limit_reached: conflict(
    'You hold as many personal tokens as are allowed here. Delete one first.',
  ),
  not_owner: forbidden(
    'Only its owner may do this to a personal token; it can be revoked instead.',
  ),
  unknown_admin: bad('There is no active admin of this id.'),
  too_many_keys: bad('Too many keys match. Narrow the search or the filters.'),
  invalid_pattern: bad('This pattern cannot be read; see RE2 syntax.'),
  mail_failed: {
    status: 502,
    name: 'BadGatewayError',
    message: 'The mail server did not take the mail.',
  },
  too_many_mails: {
    status: 429,
    name: 'RateLimitError',
    message: 'You have sent several test mails within a minute. Wait a moment and try again.',
  },
  hashing_busy: {
    status: 503,
    name: 'ServiceUnavailableError',
    message: 'Too many keys are being made at this moment. Try again in a few seconds.',
  },
};

const NAME = 'ApiAccessError';

/** The one error class of the plugin: a stable code, a public sentence, and the fields at fault. */
export class ApiAccessError extends Error {
  readonly code: ErrorCode;
  readonly issues: readonly FieldIssue[];

  /** @param message - What to say in place of the first issue's sentence, or of the code's. */
  constructor(code: ErrorCode, issues: readonly FieldIssue[] = [], message?: string) {
    super(message ?? issues[0]?.message ?? ERROR_ANSWERS[code].message);
    this.name = NAME;
    this.code = code;
    this.issues = issues;
  }

  /** An error that concerns one field of the input. */
  static at(code: ErrorCode, ...path: readonly (string | number)[]): ApiAccessError {
    return new ApiAccessError(code, [
      { path: [...path], code, message: ERROR_ANSWERS[code].message },
    ]);
  }
}

/** Whether something that was thrown is the plugin's; by its name, since an app has another copy of the class. */
export const isApiAccessError = (error: unknown): error is ApiAccessError =>
  error instanceof Error && error.name === NAME;
