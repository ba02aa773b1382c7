import { refusalBody as refusalSchema, REFUSAL_CODES, type RefusalCode } from '../../contracts';
import {
  REFUSAL_ANSWERS,
  refusalBody,
  refusalDetails,
  refusalHeaders,
} from '../../server/src/domain/refusals';

const challenge = (code: RefusalCode, required?: string[]) =>
  refusalHeaders({ code, required })['WWW-Authenticate'];

describe('every refusal', () => {
  it.each(REFUSAL_CODES)('%s has the form that the contract promises', (code) => {
    const body = refusalBody({ code, required: ['a'], accessId: '7Hd2kQpXw3Zt' });

    expect(refusalSchema.strict().parse(body)).toEqual(body);
    expect(body.error.status).toBe(REFUSAL_ANSWERS[code].status);
    expect(body.error.details).toMatchObject({ code, required: ['a'], accessId: '7Hd2kQpXw3Zt' });
    expect(body.error.message).not.toBe('');
    expect(body.error.details.help).toMatch(/\.$/);
  });

  it.each(REFUSAL_CODES)('%s may be kept by nobody on the way', (code) => {
    expect(refusalHeaders({ code })['Cache-Control']).toBe('no-store');
  });

  it.each(REFUSAL_CODES)('%s challenges, unless it is only a matter of time', (code) => {
    const isUnavailable = [429, 503].includes(REFUSAL_ANSWERS[code].status);

    expect(challenge(code)?.startsWith('Bearer realm="content-api"') ?? false).toBe(!isUnavailable);
    expect('Retry-After' in refusalHeaders({ code })).toBe(isUnavailable);
  });

  it('is never a 500 and never lets in', () => {
    for (const { status } of Object.values(REFUSAL_ANSWERS)) {
      expect([400, 401, 403, 429, 503]).toContain(status);
    }
  });

  it('names neither roles nor Access ID where it was not given them', () => {
    expect(Object.keys(refusalDetails({ code: 'invalid_token' })).sort()).toEqual(['code', 'help']);
  });
});

describe('the challenge (RFC 6750)', () => {
  it('has no error code where nothing was sent', () => {
    expect(challenge('missing_token')).toBe('Bearer realm="content-api"');
  });

  it.each<[RefusalCode, number, string]>([
    ['conflicting_tokens', 400, 'invalid_request'],
    ['invalid_token', 401, 'invalid_token'],
    ['expired_token', 401, 'invalid_token'],
    ['revoked_token', 401, 'invalid_token'],
    ['suspended_token', 401, 'invalid_token'],
    ['insufficient_scope', 403, 'insufficient_scope'],
    ['missing_role', 403, 'insufficient_scope'],
    ['address_not_allowed', 403, 'insufficient_scope'],
    ['drafts_not_allowed', 403, 'insufficient_scope'],
  ])('of %s goes with %i and says %s', (code, status, error) => {
    expect(REFUSAL_ANSWERS[code].status).toBe(status);
    expect(challenge(code)).toMatch(
      new RegExp(`^Bearer realm="content-api", error="${error}", error_description="[^"]+"`),
    );
  });

  it('names the scope that lacks, and only where a scope lacks', () => {
    expect(challenge('insufficient_scope', ['api::a.a.find', 'api::a.a.create'])).toMatch(
      /, scope="api::a\.a\.find api::a\.a\.create"$/,
    );
    expect(challenge('insufficient_scope', [])).not.toContain('scope=');
    expect(challenge('missing_role', ['editor'])).not.toContain('scope=');
  });

  it('quotes what would end the quotation, and lets no line break or foreign letter through', () => {
    const header = challenge('insufficient_scope', ['a"b\\c\r\nSet-Cookie: x=1', 'é']);

    expect(header).toMatch(/, scope="a\\"b\\\\cSet-Cookie: x=1 "$/);
    expect(header).toMatch(/^[\x20-\x7e]+$/);
  });

  it('asks to come back after whole seconds where the server cannot check', () => {
    expect(refusalHeaders({ code: 'verification_unavailable' })['Retry-After']).toMatch(/^\d+$/);
    expect(refusalHeaders({ code: 'verification_busy' })['Retry-After']).toMatch(/^\d+$/);
  });
});
