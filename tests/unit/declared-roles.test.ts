import { type DeclaredRole, declaredRole } from '../../contracts';
import { planOf, type StoredRole } from '../../server/src/domain/declared-roles';

const FIND = 'api::article.article.find';
const CREATE = 'api::article.article.create';

const declare = (role: Partial<DeclaredRole> = {}): DeclaredRole =>
  declaredRole.parse({ code: 'reader', name: 'Reader', permissions: [FIND], ...role });

const stored = (role: Partial<StoredRole> = {}): StoredRole => ({
  code: 'reader',
  name: 'Reader',
  description: null,
  kind: 'custom',
  permissions: [FIND],
  drafts: false,
  ...role,
});

const NOTHING = { conflicts: [], created: [], changed: [], released: [], remember: null };

describe('what a boot does for declared roles', () => {
  it('is nothing without any', () => {
    expect(planOf([], [stored()], [])).toEqual(NOTHING);
  });

  it('is to make those that are not there, with what a declaration leaves out', () => {
    expect(planOf([declaredRole.parse({ code: 'a', name: 'A' })], [stored()], [])).toEqual({
      ...NOTHING,
      created: [
        { code: 'a', name: 'A', description: null, kind: 'custom', permissions: [], drafts: false },
      ],
      remember: ['a'],
    });
  });

  it.each<[string, Partial<DeclaredRole>, Partial<StoredRole>]>([
    ['says the same', {}, {}],
    [
      'names its actions in another order',
      { permissions: [FIND, CREATE] },
      { permissions: [CREATE, FIND] },
    ],
    ['names an action twice', { permissions: [FIND, FIND] }, {}],
    ['has an empty description', { description: '' }, {}],
    [
      'is of a kind that names no actions',
      { kind: 'read-only', permissions: [] },
      { kind: 'read-only', permissions: [] },
    ],
  ])('is nothing where a declaration %s', (_, declaration, role) => {
    expect(planOf([declare(declaration)], [stored(role)], ['reader'])).toEqual(NOTHING);
  });

  it.each<[string, Partial<DeclaredRole>]>([
    ['name', { name: 'Readers' }],
    ['case of its name', { name: 'READER' }],
    ['description', { description: 'Reads.' }],
    ['kind', { kind: 'full-access', permissions: [] }],
    ['actions', { permissions: [CREATE, FIND] }],
    ['drafts', { drafts: true }],
  ])('is to change a role whose declared %s is another', (_, declaration) => {
    const role = stored();
    const { changed, remember } = planOf([declare(declaration)], [role], ['reader']);

    expect(changed).toEqual([
      { role, content: expect.objectContaining(declaration) as unknown, isTakenOver: false },
    ]);
    expect(remember).toBeNull();
  });

  it('is to take over a role that was made by hand, as it is or with what differs', () => {
    const role = stored();

    expect(planOf([declare()], [role], [])).toEqual({
      ...NOTHING,
      changed: [{ role, isTakenOver: true }],
      remember: ['reader'],
    });
    expect(planOf([declare({ drafts: true })], [role], []).changed).toMatchObject([
      { content: { drafts: true }, isTakenOver: true },
    ]);
  });

  it('is to let go of a role that is no longer declared, once', () => {
    const role = stored();

    expect(planOf([], [role], ['reader'])).toEqual({
      ...NOTHING,
      released: [role],
      remember: [],
    });
    expect(planOf([], [role], [])).toEqual(NOTHING);
  });

  it('is to forget one that is gone as well', () => {
    expect(planOf([], [], ['reader'])).toEqual({ ...NOTHING, remember: [] });
  });

  it.each(['Reader', 'READER', 'Ｒｅａｄｅｒ', 'Rea\u00adder'])(
    'is to refuse the name of another role: %s',
    (name) => {
      const holder = stored({ code: 'old', name });
      const declared = declare();

      expect(planOf([declared], [holder], []).conflicts).toEqual([{ declared, holder }]);
    },
  );

  it('lets declared roles take each other’s names', () => {
    const roles = [stored({ code: 'a', name: 'One' }), stored({ code: 'b', name: 'Two' })];
    const swapped = [declare({ code: 'a', name: 'Two' }), declare({ code: 'b', name: 'One' })];
    const { conflicts, changed } = planOf(swapped, roles, ['a', 'b']);

    expect(conflicts).toEqual([]);
    expect(changed).toMatchObject([{ content: { name: 'Two' } }, { content: { name: 'One' } }]);
  });
});
