import { createKeyBody, type Key, updateKeyBody } from '../../contracts';
import {
  createBodyOf,
  emptyKeyForm,
  keyFormOf,
  lacksDate,
  replacementFormOf,
  updateBodyOf,
} from '../../admin/src/pages/keys/key-form-values';
import { suggestedEdit, suggestionQuery } from '../../admin/src/pages/keys/suggested-edit';

const NOW = Date.UTC(2026, 10, 22);
const DAY = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString();
const FREE = { required: false, defaultDays: null, maxDays: null };

const KEY: Key = {
  id: 'key1',
  name: 'prod-main-app',
  accessId: '7Hd2kQpXw3Zt',
  displayId: 'sak_7Hd2kQpXw3Zt',
  hint: 'sak_7Hd2kQpXw3Zt_••••a1B2',
  strapiToken: false,
  type: 'api-key',
  description: null,
  status: 'active',
  roles: [{ id: 'role1', name: 'Reader', code: 'reader' }],
  tags: [{ id: 'tag1', name: 'web' }],
  author: null,
  createdByName: null,
  lastIssuedBy: null,
  technicalOwner: { name: 'Web team', emails: ['a@example.com', 'b@example.com'] },
  owner: null,
  networks: ['192.0.2.0/24'],
  rateLimit: { requests: 100, windowSeconds: 60 },
  issuedAt: iso(NOW),
  expiresAt: iso(NOW + 90 * DAY),
  revokedAt: null,
  revokedBy: null,
  createdAt: iso(NOW),
  updatedAt: iso(NOW),
  revision: 3,
  usage: { allowed: 0, denied: 0, lastUsedAt: null, lastAddress: null },
};

describe('the form of a new key', () => {
  it('asks for what was typed, without an owner or restrictions where none were', () => {
    const body = createBodyOf({ ...emptyKeyForm(FREE), name: 'a' }, NOW, true, undefined);

    expect(createKeyBody.parse(body)).toEqual({
      name: 'a',
      description: null,
      tags: [],
      roles: [],
      technicalOwner: null,
      networks: [],
      rateLimit: null,
      expiresAt: iso(NOW + 90 * DAY),
    });
  });

  it('says nothing of roles for those who may not assign them', () => {
    expect(createBodyOf(emptyKeyForm(FREE), NOW, false, undefined)).not.toHaveProperty('roles');
  });

  it('starts a replacement with all of the first but its name and end', () => {
    const form = replacementFormOf(KEY, FREE);
    const body = createKeyBody.parse(createBodyOf(form, NOW + DAY, true, KEY.id));

    expect(body).toEqual({
      name: 'prod-main-app-2',
      description: null,
      tags: ['web'],
      roles: ['role1'],
      technicalOwner: KEY.technicalOwner,
      networks: KEY.networks,
      rateLimit: KEY.rateLimit,
      // The same lifetime, from now on.
      expiresAt: iso(NOW + 91 * DAY),
      replaces: 'key1',
    });
  });
});

describe('the form of a key that is there', () => {
  it('changes only what was touched', () => {
    const form = {
      ...keyFormOf(KEY),
      networks: '',
      rateLimit: { ...keyFormOf(KEY).rateLimit, requests: '' },
    };

    expect(
      updateKeyBody.parse(updateBodyOf(form, new Set(['networks', 'rateLimit']), NOW, 3)),
    ).toEqual({
      networks: [],
      rateLimit: null,
      revision: 3,
    });
    expect(updateBodyOf(form, new Set(['ownerEmails']), NOW, 3)).toEqual({
      technicalOwner: KEY.technicalOwner,
      revision: 3,
    });
  });

  it('has no owner where name and addresses were cleared', () => {
    const form = { ...keyFormOf(KEY), ownerName: ' ', ownerEmails: ' , ' };

    expect(updateBodyOf(form, new Set(['ownerName']), NOW, 3)).toMatchObject({
      technicalOwner: null,
    });
  });

  it.each([
    [{ kind: 'unset' }, true],
    [{ kind: 'date', date: '' }, true],
    [{ kind: 'date', date: iso(NOW) }, false],
    [{ kind: 'never' }, false],
    [{ kind: 'keep' }, false],
  ] as const)('with the expiry %j lacks a date: %s', (expiry, expected) => {
    expect(lacksDate(expiry)).toBe(expected);
  });
});

describe('a suggestion that a link brings to the form', () => {
  const of = (query: string, key = KEY) => suggestedEdit(key, new URLSearchParams(query));

  it('adds a role and an address to those there are', () => {
    const query = suggestionQuery({ role: 'role2', network: '2001:db8::7' });

    expect(of(query)).toEqual({
      roles: ['role1', 'role2'],
      networks: '192.0.2.0/24\n2001:db8::7',
    });
  });

  it('adds nothing that is there already, nor where it would narrow', () => {
    expect(of('')).toBeUndefined();
    expect(of('add-role=role1&add-network=192.0.2.0/24')).toBeUndefined();
    // A first network would shut out everybody else.
    expect(of('add-network=192.0.2.7', { ...KEY, networks: [] })).toBeUndefined();
  });

  it('leaves roles alone for those who cannot see them', () => {
    expect(of('add-role=role2', { ...KEY, roles: undefined })).toBeUndefined();
  });
});
