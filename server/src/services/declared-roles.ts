import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { roleCode, ROLE_UID } from '../../../contracts';
import { declaredRoles } from '../config';
import { planOf, type NameConflict, type RolePlan } from '../domain/declared-roles';
import { ApiAccessError } from '../domain/errors';
import { nearestTo } from '../domain/nearest';
import { SYSTEM } from './actor';
import { getService } from './get-service';
import { pluginConfig } from './plugin-config';
import { createRoleHappenings } from './role-happenings';
import { permissionsOf, type RoleRow } from './role-row';
import { insertRole, rewriteRole } from './role-writes';
import { table, transaction, type Trx } from './storage/database';
import { schemaOf } from './storage/schema';

/** Which codes the last boot declared, so that a role which no longer is can be told of. */
const STATE = 'declared-roles';

type StoredRow = RoleRow & { readonly permissions: string[] };
type Plan = RolePlan<StoredRow>;

const isNothing = ({ created, changed, remember }: Plan): boolean =>
  created.length === 0 && changed.length === 0 && remember === null;

const sentenceOf = ({ declared, holder }: NameConflict): string =>
  `api-access: config/plugins declares the API role "${declared.code}" with the name "${declared.name}", ` +
  `which the API role "${holder.code}" has. Declare it with another name, or with the code ` +
  `"${holder.code}" to take that role over.`;

/**
 * API roles that `roles` of the config declares. The config alone says whether a role is declared;
 * what is stored is brought to it at each boot.
 */
export const createDeclaredRoles = ({ strapi }: { strapi: Core.Strapi }) => {
  const declared = declaredRoles.parse(pluginConfig(strapi).roles ?? []);
  const codes = new Set(declared.map(({ code }) => code));
  const happenings = createRoleHappenings({ strapi });

  const plan = async (): Promise<Plan> => {
    const remembered = await getService(strapi, 'states').read(STATE);
    const last = z.array(roleCode).catch([]).parse(remembered);
    const rows = (await strapi.db.query(ROLE_UID).findMany()) as RoleRow[];
    const stored = rows.map((row) => ({ ...row, permissions: permissionsOf(row) }));
    const found = planOf(declared, stored, last);
    if (found.conflicts.length > 0) {
      throw new Error(found.conflicts.map(sentenceOf).join('\n'));
    }
    return found;
  };

  /** Lets go of names first: two roles may take each other's. */
  const freeNames = (changed: Plan['changed'], trx: Trx) =>
    table(strapi, schemaOf(strapi).roles, trx)
      .whereIn(
        'id',
        changed.flatMap(({ role, content }) =>
          content === undefined || content.name === role.name ? [] : [role.id],
        ),
      )
      .update({ name_key: null });

  const apply = async ({ created, changed, released, remember }: Plan, trx: Trx): Promise<void> => {
    const told = { actor: SYSTEM, trx };
    await freeNames(changed, trx);
    for (const { role, content, isTakenOver } of changed) {
      const now = content === undefined ? role : await rewriteRole(strapi, role, content, trx);
      await happenings.updated(role, now, told, { before: !isTakenOver, after: true });
    }
    for (const role of created) {
      await happenings.created(await insertRole(strapi, role), told, true);
    }
    for (const role of released) {
      await happenings.updated(role, role, told, { before: true, after: false });
    }
    if (remember !== null) await getService(strapi, 'states').write(STATE, remember);
    const isContentNew = changed.some(({ content }) => content !== undefined);
    if (created.length > 0 || isContentNew) await getService(strapi, 'epoch').renew(trx);
  };

  const tell = ({ created, changed, released }: Plan): void => {
    for (const { code } of created) {
      strapi.log.info(`api-access: made the API role "${code}", which config/plugins declares.`);
    }
    for (const { role, isTakenOver } of changed) {
      strapi.log.info(
        isTakenOver
          ? `api-access: took over the API role "${role.code}", which config/plugins now declares.`
          : `api-access: changed the API role "${role.code}" to what config/plugins declares.`,
      );
    }
    for (const { code } of released) {
      strapi.log.warn(
        `api-access: config/plugins no longer declares the API role "${code}". It stays as it is, with ` +
          'its keys; from now on it is edited and deleted in the panel.',
      );
    }
  };

  const warnOfUnknownActions = async (): Promise<void> => {
    const known = (await getService(strapi, 'actions').list()).map(({ action }) => action);
    for (const { code, permissions } of declared) {
      for (const action of permissions.filter((each) => !known.includes(each))) {
        const near = nearestTo(action, known);
        const hint = near === null ? '' : ` Is "${near}" meant?`;
        strapi.log.warn(
          `api-access: the API role "${code}" of config/plugins names the action "${action}", which ` +
            `this app does not have; it opens nothing until it is there.${hint}`,
        );
      }
    }
  };

  return {
    has: (code: string): boolean => codes.has(code),

    /** @throws ApiAccessError `role_declared`: what is declared changes by its declaration alone. */
    requireUndeclared({ code }: Pick<RoleRow, 'code'>): void {
      if (codes.has(code)) throw new ApiAccessError('role_declared');
    },

    /**
     * Makes the declared roles, or brings them to what the config says; where all is so already,
     * nothing is written. Nodes that boot at the same time do it one after the other.
     *
     * @throws Error where a role that is not declared has the name of a declared one.
     */
    async bring(): Promise<void> {
      if (!isNothing(await plan())) {
        const done = await transaction(strapi, async (trx) => {
          // Every change of a role renews the epoch, so that whoever holds it is the only one.
          await getService(strapi, 'epoch').hold(trx);
          const found = await plan();
          await apply(found, trx);
          return found;
        });
        tell(done);
      }
      await warnOfUnknownActions();
    },
  };
};

export type DeclaredRoles = ReturnType<typeof createDeclaredRoles>;
