import { keyEndpoints, type Endpoint, type Key } from '../../contracts';
import { changingNothing, refusalOf } from '../support/admin-api';
import { makeKey, serviceOf } from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

let playground: Playground;
let key: Key;
let revoked: Key;

beforeAll(async () => {
  playground = await startPlayground({
    apiAccess: { expiry: { required: true, defaultDays: 30, maxDays: 90 } },
  });
  const { strapi } = playground;
  key = (await makeKey(strapi, { name: 'taken' })).data;
  const doomed = (await makeKey(strapi)).data;
  revoked = await serviceOf(strapi, 'keys').revoke(doomed.id, { revision: 0 });
});

afterAll(async () => {
  await playground.stop();
});

/** What a form can get wrong in every field that it holds, for new keys and edits alike. */
const FIELDS: [string, Record<string, unknown>, string[]][] = [
  ['an empty name', { name: '' }, ['name']],
  ['a blank name', { name: ' \t ' }, ['name']],
  ['an over-long name', { name: 'a'.repeat(101) }, ['name']],
  ['a line break in the name', { name: 'a\nb' }, ['name']],
  ['a control character in the name', { name: 'a\u0000b' }, ['name']],
  ['a later control character in the name', { name: 'a\u0085b' }, ['name']],
  ['text turned round in the name', { name: 'a\u202eb' }, ['name']],
  ['half a character in the name', { name: 'a\ud83d' }, ['name']],
  ['a name of which nothing can be seen', { name: '\u200b\u2060' }, ['name']],
  ['a number for a name', { name: 7 }, ['name']],
  ['null for a name', { name: null }, ['name']],
  ['an over-long description', { description: 'a'.repeat(1001) }, ['description']],
  ['a control character in the description', { description: 'a\u0007' }, ['description']],
  ['roles that are no list', { roles: 'editor' }, ['roles']],
  ['a role that is no text', { roles: [7] }, ['roles.0']],
  ['an empty id of a role', { roles: [''] }, ['roles.0']],
  ['more roles than allowed', { roles: Array.from({ length: 51 }, () => 'x') }, ['roles']],
  ['an empty tag', { tags: ['web', ' '] }, ['tags.1']],
  ['an over-long tag', { tags: ['a'.repeat(51)] }, ['tags.0']],
  ['a control character in a tag', { tags: ['a\u001bb'] }, ['tags.0']],
  ['more tags than allowed', { tags: Array.from({ length: 21 }, (_, n) => `t${n}`) }, ['tags']],
  [
    'an e-mail address that is none',
    { technicalOwner: { name: 'Team', emails: ['a@example.com', 'nowhere'] } },
    ['technicalOwner.emails.1'],
  ],
  [
    'a nameless technical owner',
    { technicalOwner: { name: '', emails: [] } },
    ['technicalOwner.name'],
  ],
  [
    'an unknown field of the technical owner',
    { technicalOwner: { name: 'Team', emails: [], phone: '1' } },
    ['technicalOwner.phone'],
  ],
  ['a network that is none', { networks: ['192.0.2.0/24', '192.0.2.0/33'] }, ['networks.1']],
  ['a host name for a network', { networks: ['localhost'] }, ['networks.0']],
  ['an expiry without a zone', { expiresAt: '2090-01-01T00:00:00' }, ['expiresAt']],
  ['an expiry without a time', { expiresAt: '2090-01-01' }, ['expiresAt']],
  ['an expiry on a day that is none', { expiresAt: '2090-02-30T00:00:00Z' }, ['expiresAt']],
  ['an expiry as a number', { expiresAt: 4_000_000_000_000 }, ['expiresAt']],
  ['an unknown field', { colour: 'red' }, ['colour']],
  ['two unknown fields', { colour: 'red', size: 1 }, ['colour', 'size']],
  ['several faults', { name: '', tags: [''], colour: 1 }, ['name', 'tags.0', 'colour']],
];

/** What only the server may decide. */
const FIXED = [
  'id',
  'documentId',
  'author',
  'owner',
  'ownerKind',
  'status',
  'accessId',
  'hash',
  'secretHash',
  'secret',
  'token',
  'mac',
  'hint',
  'usage',
  'usageCount',
  'lastUsedAt',
  'type',
  'issuedAt',
  'revokedAt',
  'revokedBy',
  'createdAt',
  'updatedAt',
  'createdBy',
  'createdByName',
  'lastIssuedBy',
  'replaces',
  'ownerId',
  'roleSet',
  'constructor',
  'prefix',
];

const invalid = (fields: string[]) => ({
  status: 400,
  code: 'invalid_input',
  fields: fields.map((field) => `${field}: invalid_input`),
});

const refused = (endpoint: Endpoint, body: unknown, id?: string) =>
  changingNothing(playground.strapi, () => refusalOf(playground.admin, endpoint, { id, body }));

describe('a new key', () => {
  it.each(FIELDS)('is refused for %s, and nothing is stored', async (_, body, fields) => {
    const answer = await refused(keyEndpoints.create, { name: 'new', ...body });

    expect({ ...answer, fields: [...new Set(answer.fields)] }).toMatchObject(invalid(fields));
  });

  it.each([...FIXED, 'revision'])('cannot be given its own %s', async (field) => {
    const answer = await refused(keyEndpoints.create, { name: 'new', [field]: 1 });

    expect(answer).toMatchObject(invalid([field]));
  });

  it.each([
    [
      'a role that does not exist',
      { roles: ['read-only', 'nope'] },
      400,
      'unknown_role',
      'roles.1',
    ],
    ['an expiry in the past', { expiresAt: inDays(-1) }, 400, 'expiry_in_past', 'expiresAt'],
    ['an expiry beyond the policy', { expiresAt: inDays(92) }, 400, 'expiry_too_late', 'expiresAt'],
    ['no expiry where one is required', { expiresAt: null }, 400, 'expiry_required', 'expiresAt'],
    ['a name that is taken', { name: 'taken' }, 409, 'name_taken', 'name'],
  ])('is refused for %s, and nothing is stored', async (_, body, status, code, field) => {
    const answer = await refused(keyEndpoints.create, { name: 'new', tags: ['fresh'], ...body });

    expect(answer).toMatchObject({ status, code, fields: [`${field}: ${code}`] });
  });

  it.each([[undefined], ['text'], [[]], [[{ name: 'a' }]]])('cannot be %j', async (body) => {
    expect(await refused(keyEndpoints.create, body)).toMatchObject({ code: 'invalid_input' });
  });

  it('takes no query', async () => {
    const answer = await refusalOf(playground.admin, keyEndpoints.create, {
      query: { status: 'active' },
      body: { name: 'new' },
    });

    expect(answer).toMatchObject(invalid(['status']));
  });
});

describe('an edit of a key', () => {
  it.each(FIELDS)('is refused for %s, and nothing changes', async (_, body, fields) => {
    const answer = await refused(keyEndpoints.update, { revision: 0, ...body }, key.id);

    expect({ ...answer, fields: [...new Set(answer.fields)] }).toMatchObject(invalid(fields));
  });

  it.each(FIXED)('cannot set its %s', async (field) => {
    const answer = await refused(keyEndpoints.update, { revision: 0, [field]: 1 }, key.id);

    expect(answer).toMatchObject(invalid([field]));
  });

  it.each([
    ['a role that does not exist', { roles: ['nope'] }, 'unknown_role', 'roles.0'],
    ['an expiry in the past', { expiresAt: inDays(-1) }, 'expiry_in_past', 'expiresAt'],
    ['a later expiry', { expiresAt: inDays(60) }, 'expiry_not_earlier', 'expiresAt'],
    ['no expiry any more', { expiresAt: null }, 'expiry_not_earlier', 'expiresAt'],
  ])('is refused for %s, and nothing changes', async (_, body, code, field) => {
    const answer = await refused(
      keyEndpoints.update,
      { revision: 0, name: 'edited', tags: ['fresh'], ...body },
      key.id,
    );

    expect(answer).toMatchObject({ status: 400, code, fields: [`${field}: ${code}`] });
  });

  it.each([[undefined], [-1], [0.5], ['0'], [null]])(
    'must name the revision that it saw, not %j',
    async (revision) => {
      const answer = await refused(keyEndpoints.update, { name: 'edited', revision }, key.id);

      expect(answer).toMatchObject(invalid(['revision']));
    },
  );
});

describe('a regeneration or a revocation', () => {
  it.each<[string, Endpoint, Record<string, unknown>, string, string]>([
    ['without an expiry', keyEndpoints.regenerate, { revision: 0 }, 'invalid_input', 'expiresAt'],
    [
      'without a revision',
      keyEndpoints.regenerate,
      { expiresAt: inDays(9) },
      'invalid_input',
      'revision',
    ],
    [
      'with an expiry in the past',
      keyEndpoints.regenerate,
      { expiresAt: inDays(-9), revision: 0 },
      'expiry_in_past',
      'expiresAt',
    ],
    [
      'with an expiry beyond the policy',
      keyEndpoints.regenerate,
      { expiresAt: inDays(92), revision: 0 },
      'expiry_too_late',
      'expiresAt',
    ],
    [
      'with no expiry where one is required',
      keyEndpoints.regenerate,
      { expiresAt: null, revision: 0 },
      'expiry_required',
      'expiresAt',
    ],
    [
      'with another name',
      keyEndpoints.regenerate,
      { expiresAt: inDays(9), revision: 0, name: 'other' },
      'invalid_input',
      'name',
    ],
    ['without a revision', keyEndpoints.revoke, {}, 'invalid_input', 'revision'],
    [
      'with a time of its own',
      keyEndpoints.revoke,
      { revision: 0, revokedAt: inDays(-1) },
      'invalid_input',
      'revokedAt',
    ],
  ])('%s is refused, and nothing changes', async (_, endpoint, body, code, field) => {
    expect(await refused(endpoint, body, key.id)).toMatchObject({
      status: 400,
      code,
      fields: [`${field}: ${code}`],
    });
  });
});

const CALLS: [string, Endpoint, object | undefined][] = [
  ['reading', keyEndpoints.read, undefined],
  ['editing', keyEndpoints.update, { revision: 0, name: 'x' }],
  ['regenerating', keyEndpoints.regenerate, { revision: 0, expiresAt: inDays(9) }],
  ['revoking', keyEndpoints.revoke, { revision: 0 }],
  ['deleting', keyEndpoints.delete, undefined],
];

describe('a key that is not there', () => {
  it.each(CALLS)('is not found when %s', async (_, endpoint, body) => {
    for (const id of ['nosuchkey', '0', '%', key.accessId, 'x'.repeat(65)]) {
      expect(await refused(endpoint, body, id)).toMatchObject({
        status: 404,
        code: 'not_found',
        fields: [],
      });
    }
  });
});

describe('a revoked key', () => {
  it.each(CALLS.slice(1, 4))('stays revoked when %s', async (_, endpoint, body) => {
    const answer = await refused(endpoint, { ...body, revision: revoked.revision }, revoked.id);

    expect(answer).toMatchObject({ status: 409, code: 'key_revoked' });
  });
});
