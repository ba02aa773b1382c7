import { ERROR_CODES, type FieldIssue } from '../../contracts';
import { ApiAccessError, ERROR_ANSWERS } from '../../server/src/domain/errors';

const NAMES = {
  401: 'UnauthorizedError',
  400: 'ValidationError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  409: 'ConflictError',
  429: 'RateLimitError',
  502: 'BadGatewayError',
  503: 'ServiceUnavailableError',
};

describe('every error', () => {
  it.each(ERROR_CODES)('%s has a status, the name that goes with it, and a sentence', (code) => {
    const { status, name, message } = ERROR_ANSWERS[code];

    expect(name).toBe(NAMES[status]);
    expect(message).toMatch(/^[A-Z].*\.$/);
  });

  it.each(ERROR_CODES)('%s says the same sentence at a field', (code) => {
    const error = ApiAccessError.at(code, 'permissions', 3);

    expect(error.message).toBe(ERROR_ANSWERS[code].message);
    expect(error.issues).toEqual([
      { path: ['permissions', 3], code, message: ERROR_ANSWERS[code].message },
    ]);
  });

  it('says what is wrong with the first field, where fields are at fault', () => {
    const issue: FieldIssue = {
      path: ['name'],
      code: 'invalid_input',
      message: 'The name is required.',
    };

    expect(new ApiAccessError('invalid_input', [issue]).message).toBe('The name is required.');
    expect(new ApiAccessError('invalid_input').message).toBe(ERROR_ANSWERS.invalid_input.message);
  });
});
