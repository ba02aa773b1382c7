import type { Core } from '@strapi/strapi';
import type { ActivityDetails, ActivityKind } from '../../../contracts';
import { editBetween, firstOf, setDifference, type Facts } from '../domain/changes';
import { getService } from './get-service';
import type { Told } from './activity';
import { permissionsOf, type RoleRow } from './role-row';

/** Whether the config declares a role, before and after. */
interface Declaredness {
  readonly before: boolean;
  readonly after: boolean;
}

const UNDECLARED: Declaredness = { before: false, after: false };

const factsOf = (role: RoleRow, isDeclared: boolean): Facts => ({
  told: {
    name: [role.name],
    kind: [role.kind],
    drafts: [String(role.drafts)],
    declared: [String(isDeclared)],
  },
  named: { description: role.description, permissions: [...permissionsOf(role)].sort() },
});

/** What is kept of API roles: what each allows, so that an edit which widens one can be seen. */
export const createRoleHappenings = ({ strapi }: { strapi: Core.Strapi }) => {
  /** All that a role of this kind allows, whether or not it names it. */
  const allowedBy = async (role: RoleRow): Promise<string[]> => {
    if (role.kind === 'custom') return permissionsOf(role);
    const known = await getService(strapi, 'actions').list();
    return known
      .filter(({ readOnly }) => role.kind === 'full-access' || readOnly)
      .map(({ action }) => action);
  };

  const record = async (
    kind: ActivityKind,
    role: RoleRow,
    details: ActivityDetails,
    { actor, trx }: Told,
  ): Promise<void> => {
    const subject = { type: 'role', id: role.documentId, name: role.name, accessId: null } as const;
    await getService(strapi, 'activity').record({ kind, actor, subject, details }, trx);
  };

  return {
    async created(role: RoleRow, by: Told, isDeclared = false): Promise<void> {
      // Its name is the entry's own; and to be made by hand is what roles commonly are.
      const untold = isDeclared ? ['name'] : ['name', 'declared'];
      const changes = firstOf(factsOf(role, isDeclared)).filter(
        ({ field }) => !untold.includes(field),
      );
      // The other kinds allow what there is, which is no news.
      const added = role.kind === 'custom' ? { added: [...permissionsOf(role)].sort() } : {};
      await record('role.created', role, { changes, ...added }, by);
    },

    /** Nothing is told of an edit that changed nothing. */
    async updated(
      before: RoleRow,
      after: RoleRow,
      by: Told,
      declared: Declaredness = UNDECLARED,
    ): Promise<void> {
      const edit = editBetween(factsOf(before, declared.before), factsOf(after, declared.after));
      if (edit.fields.length === 0) return;
      const [was, is] = [await allowedBy(before), await allowedBy(after)];
      await record('role.updated', after, { ...edit, ...setDifference(was, is) }, by);
    },

    /** @param keyCount - How many keys lost it. */
    async deleted(role: RoleRow, keyCount: number, by: Told): Promise<void> {
      await record('role.deleted', role, { count: keyCount }, by);
    },
  };
};
