import {
  copyOfRole,
  createRoleBodyOf,
  EMPTY_ROLE_FORM,
  roleChangeOf,
  type RoleFormValues,
  roleFormOf,
  updateRoleBodyOf,
} from '../../admin/src/pages/roles/role-form-values';
import { createRoleBody, roleImpactBody, updateRoleBody } from '../../contracts';
import { aRole } from './role.fixture';

const values = (changes: Partial<RoleFormValues> = {}): RoleFormValues => ({
  ...EMPTY_ROLE_FORM,
  name: 'Reader',
  permissions: ['a', 'b'],
  ...changes,
});

describe('the form of a stored role', () => {
  it('shows its actions in order, whatever order they are stored in', () => {
    expect(roleFormOf(aRole({ permissions: ['b', 'a'] })).permissions).toEqual(['a', 'b']);
  });

  it('shows no description as an empty one', () => {
    expect(roleFormOf(aRole({ description: null })).description).toBe('');
  });
});

describe('creating a role', () => {
  it('leaves the code to the server where none is typed', () => {
    expect(createRoleBodyOf(values({ code: '  ' }))).not.toHaveProperty('code');
    expect(createRoleBodyOf(values({ code: ' mine ' })).code).toBe('mine');
  });

  it.each(['read-only', 'full-access'] as const)('sends no actions for a %s role', (kind) => {
    expect(createRoleBodyOf(values({ kind })).permissions).toEqual([]);
  });

  it('sends what the contract takes', () => {
    expect(createRoleBody.safeParse(createRoleBodyOf(values())).success).toBe(true);
  });
});

describe('saving a role', () => {
  it('sends what was touched, and the revision that was read', () => {
    expect(updateRoleBodyOf(values({ name: 'New' }), new Set(['name']), 7)).toEqual({
      name: 'New',
      revision: 7,
    });
  });

  it('sends the actions with the kind, so that both are judged together', () => {
    const body = updateRoleBodyOf(values({ kind: 'read-only' }), new Set(['kind']), 7);

    expect(body).toEqual({ kind: 'read-only', permissions: [], revision: 7 });
    expect(updateRoleBody.safeParse(body).success).toBe(true);
  });

  it('asks about the whole of what the role is to become', () => {
    const change = roleChangeOf(values({ drafts: true }));

    expect(change).toEqual({ kind: 'custom', permissions: ['a', 'b'], drafts: true });
    expect(roleImpactBody.safeParse({ change }).success).toBe(true);
  });
});

describe('a role made after another one', () => {
  const copy = (role = aRole(), known = ['api::article.article.find']) =>
    copyOfRole(role, (name) => `${name} copy`, new Set(known));

  it('has its kind, drafts, description and actions, a name of its own, and no code yet', () => {
    expect(copy(aRole({ description: 'Reads.', drafts: true }))).toEqual({
      name: 'Reader copy',
      code: '',
      description: 'Reads.',
      kind: 'custom',
      drafts: true,
      permissions: ['api::article.article.find'],
    });
  });

  it('leaves out actions that no longer exist, which a new role may not be given', () => {
    const role = aRole({ permissions: ['api::gone.gone.find', 'api::article.article.find'] });

    expect(copy(role).permissions).toEqual(['api::article.article.find']);
  });

  it('has a name that is not too long to be saved', () => {
    const { name } = copy(aRole({ name: 'x'.repeat(100) }));

    expect(createRoleBody.safeParse(createRoleBodyOf(values({ name }))).success).toBe(true);
  });
});
