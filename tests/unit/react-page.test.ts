import en from '../../admin/src/translations/en/index';
import { MY_TOKEN_PATHS } from '../../contracts/my-token-paths';
import { type MyToken, type MyTokenRules } from '../../contracts';
import { failureOf, failureOfAnswer, RequestFailed, sentencesOf } from '../../react/src/failure';
import { formatsOf, fromLocalField, toLocalField } from '../../react/src/formats';
import { withoutToken, withToken } from '../../react/src/listed';
import { createToken, listTokens, regenerateToken } from '../../react/src/request';
import { subjectOf } from '../../react/src/subject';
import { DEFAULT_TEXTS, translator } from '../../react/src/texts';

const FIVE = [
  'copy-button-aria-label',
  'no-key-text',
  'generate-key-text',
  'regenerate-button-text',
  'text-field-label',
] as const;

const TOKEN: MyToken = {
  id: 'one',
  name: 'Personal token',
  accessId: '7Hd2kQpXw3Zt',
  displayId: 'sak_7Hd2kQpXw3Zt',
  hint: 'sak_7Hd2kQpXw3Zt_••••a1B2',
  status: 'active',
  roles: [],
  createdAt: '2030-01-01T00:00:00.000Z',
  issuedAt: '2030-01-01T00:00:00.000Z',
  expiresAt: null,
  lastUsedAt: null,
  revision: 1,
};

const rules = (closed: MyTokenRules['closed']): MyTokenRules => ({
  maxTokens: 1,
  expiry: { required: false, defaultDays: null, maxDays: null },
  roles: [],
  closed,
});

describe('the texts of the component', () => {
  it.each(FIVE)('begin with the words of the admin panel: %s', (key) => {
    expect(DEFAULT_TEXTS[key]).toBe(en[key]);
  });

  it('are the app’s own where it has some, with what belongs into them', () => {
    const t = translator({ 'expiry-on-text': 'Bis {date}, {date}', 'no-key-text': undefined });

    expect(t('expiry-on-text', { date: '$& {x}' })).toBe('Bis $& {x}, $& {x}');
    expect(t('no-key-text')).toBe('You have no token yet');
    expect(t('expiry-on-text')).toBe('Bis {date}, {date}');
  });
});

describe('dates', () => {
  it('are written as the locale has them', () => {
    expect(formatsOf('de').days(1)).toBe('1 Tag');
    expect(formatsOf('en').days(90)).toBe('90 days');
    expect(formatsOf('fr').list(['a', 'b'])).toBe('a et b');
  });

  it('go into a field of local time and back, to the minute', () => {
    const iso = '2030-03-05T07:08:00.000Z';

    expect(toLocalField(iso)).toMatch(/^2030-03-0\dT\d\d:\d8$/);
    expect(fromLocalField(toLocalField(iso))).toBe(iso);
    expect([toLocalField(''), fromLocalField('')]).toEqual(['', '']);
  });
});

describe('whom a JWT speaks for', () => {
  const jwt = (payload: object) =>
    ['head', Buffer.from(JSON.stringify(payload)).toString('base64url'), 'sign'].join('.');

  it('is the user, in each of the forms that users-permissions has', () => {
    expect(subjectOf(jwt({ id: 7, iat: 1 }))).toBe(subjectOf(jwt({ id: 7, iat: 2, x: '>>>???ä' })));
    expect(subjectOf(jwt({ userId: '7', sessionId: 'a' }))).toBe('7');
    expect(subjectOf(jwt({ id: 7 }))).not.toBe(subjectOf(jwt({ id: 8 })));
  });

  it.each(['', 'x', 'a.b.c', jwt({}), jwt([]), `a.${Buffer.from('null').toString('base64')}.c`])(
    'is somebody else each time where it cannot be read: %j',
    (text) => {
      expect(subjectOf(text)).toBe(text);
    },
  );
});

describe('a request', () => {
  const asked: [string, RequestInit][] = [];
  const answering = (status: number, body: string) => (url: string, init: RequestInit) => {
    asked.push([url, init]);
    return Promise.resolve(new Response(body, { status }));
  };
  const target = { apiUrl: 'https://cms.example.com/api/', jwt: 'jwt' };

  it('goes to the API of the app, as the user, and into no cache', async () => {
    await listTokens({ ...target, fetch: answering(200, '{}') });
    const [url, init] = asked.pop() ?? [];

    expect(url).toBe(`https://cms.example.com/api/api-access${MY_TOKEN_PATHS.all}`);
    expect(init).toMatchObject({
      method: 'GET',
      cache: 'no-store',
      headers: { Authorization: 'Bearer jwt' },
    });
  });

  it('says nothing of the user where the app’s own function does', async () => {
    const fetch = answering(200, '{}');
    await regenerateToken({ apiUrl: '/api', jwt: undefined, fetch }, 'a/b', {
      expiresAt: null,
      revision: 1,
    });
    const [url, init] = asked.pop() ?? [];

    expect(url).toBe('/api/api-access/my/tokens/a%2Fb/regenerate');
    expect(init?.headers).not.toHaveProperty('Authorization');
    expect(init).toMatchObject({ method: 'POST', body: '{"expiresAt":null,"revision":1}' });
  });

  it.each([
    [200, '<html>'],
    [502, '<html>'],
    [500, '{"error":null}'],
    [404, '{"error":{"message":"Not Found","details":{}}}'],
  ])('fails where the answer is none of the plugin’s: %s %s', async (status, body) => {
    const fetch = answering(status, body);

    await expect(createToken({ ...target, fetch }, { name: 'x' })).rejects.toMatchObject({
      failure: { kind: 'unreachable' },
    });
  });
});

describe('a failure', () => {
  const t = translator();
  const refused = (code: string, message: string, errors: object[] = []) =>
    failureOfAnswer(400, { error: { message, details: { code, errors } } });

  it.each([
    [401, { error: { message: 'Invalid token.' } }, 'signed-out'],
    [403, { error: { message: 'Forbidden', details: {} } }, 'not-allowed'],
    [403, { error: { message: 'No.', details: { code: 'not_permitted' } } }, 'not-allowed'],
    [403, { error: { message: 'No.', details: { code: 'role_not_personal' } } }, 'refused'],
    [403, 'No.', 'not-allowed'],
    [429, null, 'unreachable'],
  ])('of status %s with %j is %s', (status, body, kind) => {
    expect(failureOfAnswer(status, body).kind).toBe(kind);
  });

  it('says what the server says, each sentence once', () => {
    const failure = refused('expiry_too_late', 'Too late.', [
      { path: ['expiresAt'], code: 'expiry_too_late', message: 'Too late.' },
      { path: ['name'], code: 'invalid_input', message: 'Too long.' },
    ]);

    expect(sentencesOf(failure, t)).toEqual(['Too late.', 'Too long.']);
  });

  it('does not tell users of settings and reloads', () => {
    expect(sentencesOf(refused('revision_conflict', 'Reload it.'), t)).toEqual([t('changed-text')]);
    expect(sentencesOf(refused('personal_tokens_closed', 'Rules.'), t)).toEqual([t('closed-text')]);
  });

  it('of whatever else was thrown means that nobody answered', () => {
    expect(failureOf(new TypeError('Failed to fetch'))).toEqual({ kind: 'unreachable' });
    expect(failureOf(new RequestFailed({ kind: 'signed-out' }))).toEqual({ kind: 'signed-out' });
    expect(sentencesOf({ kind: 'signed-out' }, t)).toEqual([t('signed-out-text')]);
  });
});

describe('the list before it is read anew', () => {
  const none = { data: [], meta: { rules: rules(null) } };

  it('holds a token that was just made, or the new state of one', () => {
    const made = withToken(none, TOKEN);

    expect(made.data).toEqual([TOKEN]);
    expect(withToken(made, { ...TOKEN, revision: 2 }).data).toEqual([{ ...TOKEN, revision: 2 }]);
  });

  it('has room for another once one is deleted, but not where none are open', () => {
    const full = { data: [TOKEN], meta: { rules: rules('token_limit_reached') } };
    const closed = { data: [TOKEN], meta: { rules: rules('personal_tokens_closed') } };

    expect(withoutToken(full, 'one')).toEqual(none);
    expect(withoutToken(closed, 'one').meta.rules.closed).toBe('personal_tokens_closed');
  });
});
