import { useNotification } from '@strapi/strapi/admin';
import { createRoleBody, type Role, updateRoleBody } from '../../../../contracts/roles';
import { sentenceOf } from '../../../../contracts/sentences';
import { useCreateAccessRoleMutation, useUpdateAccessRoleMutation } from '../../api/roles';
import { useDraft } from '../../hooks/use-draft';
import { useFieldErrors } from '../../hooks/use-field-errors';
import { useLeaveGuard } from '../../hooks/use-leave-guard';
import { useReturn } from '../../hooks/use-return';
import { useT } from '../../translations/use-t';
import { rolePaths } from './paths';
import {
  createRoleBodyOf,
  EMPTY_ROLE_FORM,
  type RoleFormValues,
  roleFormOf,
  updateRoleBodyOf,
} from './role-form-values';

interface Stored {
  role: Role;
  /** Fetches what is stored now. */
  read: () => Promise<Role | null>;
}

/** State of the role editor: of a new role, or of a stored one. */
export const useRoleForm = (stored: Stored | null) => {
  const t = useT();
  const leave = useReturn(rolePaths.list);
  const { toggleNotification } = useNotification();
  const draft = useDraft(stored === null ? EMPTY_ROLE_FORM : roleFormOf(stored.role));
  const errors = useFieldErrors();
  const [create, creation] = useCreateAccessRoleMutation();
  const [update, updating] = useUpdateAccessRoleMutation();
  const isBusy = creation.isLoading || updating.isLoading;
  const guard = useLeaveGuard(draft.isDirty);

  const createRole = async () => {
    const body = createRoleBody.safeParse(createRoleBodyOf(draft.values), { error: sentenceOf });
    errors.report(body.error?.issues ?? []);
    if (!body.success) return null;
    return create(body.data).unwrap();
  };

  const updateRole = async ({ role }: Stored) => {
    const changes = updateRoleBodyOf(draft.values, draft.changed, role.revision);
    const body = updateRoleBody.safeParse(changes, { error: sentenceOf });
    errors.report(body.error?.issues ?? []);
    if (!body.success) return null;
    return update({ id: role.id, changes: body.data }).unwrap();
  };

  const submit = async () => {
    try {
      const answer = await (stored === null ? createRole() : updateRole(stored));
      if (answer === null) return;
      toggleNotification({ type: 'success', message: t('role.saved', { name: answer.data.name }) });
      guard.release();
      leave();
    } catch (error) {
      errors.fail(error);
    }
  };

  const reload = async () => {
    const fresh = (await stored?.read()) ?? null;
    if (fresh === null) return;
    draft.rebase(roleFormOf(fresh));
    errors.dismiss();
  };

  return {
    values: draft.values,
    isDirty: draft.isDirty,
    errorOf: errors.errorOf,
    reports: errors.reports,
    failure: errors.failure,
    guard,
    isBusy,
    set: <Name extends keyof RoleFormValues>(name: Name, value: RoleFormValues[Name]) => {
      draft.set(name, value);
      errors.clear(name);
    },
    submit: () => {
      if (!isBusy) void submit();
    },
    reload: () => void reload(),
  };
};

export type RoleFormState = ReturnType<typeof useRoleForm>;
