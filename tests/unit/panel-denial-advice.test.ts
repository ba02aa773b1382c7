import {
  type Advice,
  type AdviceContext,
  adviceFor,
} from '../../admin/src/pages/keys/detail/denial-advice';
import type { Key, KeyDenial, RefusalCode } from '../../contracts';
import { aRole } from './role.fixture';

const UPDATE = 'api::article.article.update';
const FIND = 'api::article.article.find';

const value: Key = {
  id: 'key-1',
  name: 'prod-main-app',
  accessId: '7Hd2kQpXw3Zt',
  displayId: 'sak_7Hd2kQpXw3Zt',
  hint: 'sak_7Hd2kQpXw3Zt_••••a1B2',
  strapiToken: false,
  type: 'api-key',
  description: null,
  status: 'active',
  roles: [{ id: 'held', code: 'held', name: 'Held' }],
  tags: [],
  author: null,
  createdByName: null,
  lastIssuedBy: null,
  technicalOwner: null,
  owner: null,
  networks: ['192.0.2.0/24'],
  rateLimit: null,
  issuedAt: '2030-01-01T00:00:00.000Z',
  expiresAt: null,
  revokedAt: null,
  revokedBy: null,
  createdAt: '2030-01-01T00:00:00.000Z',
  updatedAt: '2030-01-01T00:00:00.000Z',
  revision: 0,
  usage: { allowed: 0, denied: 1, lastUsedAt: null, lastAddress: null },
};

const withoutRoles: Key = { ...value };
delete withoutRoles.roles;

const held = aRole({ id: 'held', permissions: [UPDATE, FIND] });
const wide = aRole({ id: 'wide', permissions: [UPDATE, FIND, 'api::tag.tag.find'] });
const narrow = aRole({ id: 'narrow', permissions: [UPDATE] });
const drafting = aRole({ id: 'drafting', permissions: [FIND, UPDATE], drafts: true });
const readOnly = aRole({ id: 'read-only', kind: 'read-only', permissions: [] });
const full = aRole({ id: 'full', kind: 'full-access', permissions: [], drafts: true });

const ALL = { edit: true, regenerate: true, replace: true, revoke: true, delete: true };

const context = (changes: Partial<AdviceContext> = {}): AdviceContext => ({
  value,
  actions: ALL,
  roles: [full, held, wide, readOnly, narrow],
  readOnly: new Set([FIND]),
  mayMakeRoles: true,
  mayEditRoles: true,
  ...changes,
});

const denied = (reason: RefusalCode, rest: Partial<KeyDenial> = {}): KeyDenial => ({
  reason,
  action: null,
  count: 3,
  lastAt: '2030-01-02T00:00:00.000Z',
  lastAddress: '198.51.100.7',
  ...rest,
});

const lacking = (action: string) => denied('insufficient_scope', { action });
const add = (role: typeof full): Advice => ({ kind: 'add-role', role });

describe('what is advised where a key lacked an action', () => {
  it('the role that opens least, however they are ordered', () => {
    expect(adviceFor(lacking(UPDATE), context())).toEqual(add(narrow));
    expect(adviceFor(lacking(UPDATE), context({ roles: [narrow, wide] }))).toEqual(add(narrow));
    expect(adviceFor(lacking(FIND), context({ roles: [readOnly, wide] }))).toEqual(add(wide));
  });

  it('a read-only role for what reads alone', () => {
    const roles = [readOnly];
    expect(adviceFor(lacking(FIND), context({ roles }))).toEqual(add(readOnly));
    expect(adviceFor(lacking(UPDATE), context({ roles }))).toEqual({ kind: 'make-role' });
  });

  it('a role of its own with one action more, sooner than all that reads', () => {
    const own = aRole({ id: 'held', permissions: [UPDATE] });
    const roles = [readOnly, own];
    expect(adviceFor(lacking(FIND), context({ roles }))).toEqual({ kind: 'edit-role', role: own });
    expect(adviceFor(lacking(FIND), context({ roles: [...roles, wide] }))).toEqual(add(wide));
    expect(adviceFor(lacking(FIND), context({ roles, mayEditRoles: false }))).toEqual(
      add(readOnly),
    );
    const declared = [readOnly, { ...own, declared: true }];
    expect(adviceFor(lacking(FIND), context({ roles: declared }))).toEqual(add(readOnly));
  });

  it.each([
    ['full access', full],
    ['a role that the key holds already', held],
    ['a role that is not theirs to assign', { ...narrow, assignable: false }],
  ])('never %s', (_name, role) => {
    expect(adviceFor(lacking(UPDATE), context({ roles: [role] }))).toEqual({ kind: 'make-role' });
  });

  it('nothing, where they can neither find a role nor make one', () => {
    expect(adviceFor(lacking(UPDATE), context({ roles: [], mayMakeRoles: false }))).toBeNull();
  });

  it('nothing to who may not edit the key, or not see its roles', () => {
    const actions = { ...ALL, edit: false };
    expect(adviceFor(lacking(UPDATE), context({ actions }))).toBeNull();
    expect(adviceFor(lacking(UPDATE), context({ value: withoutRoles }))).toBeNull();
  });
});

describe('what is advised where drafts were asked for', () => {
  it('a role that opens them, for the action that was called', () => {
    const denial = denied('drafts_not_allowed', { action: UPDATE });
    expect(adviceFor(denial, context({ roles: [narrow, drafting] }))).toEqual(add(drafting));
    expect(adviceFor(denial, context({ roles: [narrow] }))).toEqual({ kind: 'make-role' });
  });
});

describe('what is advised where the address was not allowed', () => {
  const at = (lastAddress: string | null) => denied('address_not_allowed', { lastAddress });

  it('that address, which an edit adds', () => {
    expect(adviceFor(at('198.51.100.7'), context())).toEqual({
      kind: 'add-network',
      network: '198.51.100.7',
    });
  });

  it('nothing where the key works from it by now, or none is known', () => {
    const everywhere = { ...value, networks: [] };
    const added = { ...value, networks: ['192.0.2.0/24', '198.51.100.7'] };
    expect(adviceFor(at('198.51.100.7'), context({ value: everywhere }))).toBeNull();
    expect(adviceFor(at('198.51.100.7'), context({ value: added }))).toBeNull();
    expect(adviceFor(at(null), context())).toBeNull();
  });
});

describe('what is advised otherwise', () => {
  it.each<[RefusalCode, Advice['kind']]>([
    ['missing_role', 'edit'],
    ['rate_limited', 'edit'],
  ])('%s: an edit, to who may edit', (reason, kind) => {
    const actions = { ...ALL, edit: false };
    expect(adviceFor(denied(reason), context())).toEqual({ kind });
    expect(adviceFor(denied(reason), context({ actions }))).toBeNull();
  });

  it('to regenerate a key that is expired still, to who may', () => {
    const expired: Key = { ...value, status: 'expired' };
    const actions = { ...ALL, regenerate: false };
    const denial = denied('expired_token');
    expect(adviceFor(denial, context({ value: expired }))).toEqual({ kind: 'regenerate' });
    expect(adviceFor(denial, context({ value: expired, actions }))).toBeNull();
    expect(adviceFor(denial, context())).toBeNull();
  });

  it.each<RefusalCode>(['revoked_token', 'suspended_token', 'verification_unavailable'])(
    '%s: nothing that one click could do',
    (reason) => {
      expect(adviceFor(denied(reason), context())).toBeNull();
    },
  );
});
