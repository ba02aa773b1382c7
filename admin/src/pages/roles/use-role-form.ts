import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { createRoleBody, type Role, updateRoleBody } from '../../../../contracts/roles';
import { sentenceOf } from '../../../../contracts/sentences';
import {
  useCreateAccessRoleMutation,
  useLazyWeighAccessRoleChangeQuery,
  useUpdateAccessRoleMutation,
} from '../../api/roles';
import { useDraft } from '../../hooks/use-draft';
import { useFieldErrors } from '../../hooks/use-field-errors';
import { useLeaveGuard } from '../../hooks/use-leave-guard';
import { useReturn } from '../../hooks/use-return';
import { useT } from '../../translations/use-t';
import { rolePaths } from './paths';
import { type Consequences, consequencesOf, mayNarrow, mustAsk } from './role-consequences';
import {
  createRoleBodyOf,
  EMPTY_ROLE_FORM,
  roleChangeOf,
  type RoleFormValues,
  roleFormOf,
  updateRoleBodyOf,
} from './role-form-values';

interface Stored {
  role: Role;
  /** Fetches what is stored now. */
  read: () => Promise<Role | null>;
}

/**
 * State of the role editor: of a new role, or of a stored one.
 *
 * @param initial - What a new role is filled in with.
 */
export const useRoleForm = (stored: Stored | null, initial: RoleFormValues = EMPTY_ROLE_FORM) => {
  const t = useT();
  const leave = useReturn(rolePaths.list);
  const { toggleNotification } = useNotification();
  const draft = useDraft(stored === null ? initial : roleFormOf(stored.role));
  const errors = useFieldErrors();
  const [create, creation] = useCreateAccessRoleMutation();
  const [update, updating] = useUpdateAccessRoleMutation();
  const [weigh, weighing] = useLazyWeighAccessRoleChangeQuery();
  const [asked, setAsked] = useState<Consequences | null>(null);
  const isBusy = creation.isLoading || updating.isLoading || weighing.isFetching;
  const guard = useLeaveGuard(draft.isDirty);

  /** The request that would save, or nothing where the form is at fault. */
  const prepared = () => {
    if (stored === null) {
      const body = createRoleBody.safeParse(createRoleBodyOf(draft.values), { error: sentenceOf });
      errors.report(body.error?.issues ?? []);
      return body.success ? () => create(body.data).unwrap() : null;
    }
    const { id, revision } = stored.role;
    const changes = updateRoleBodyOf(draft.values, draft.changed, revision);
    const body = updateRoleBody.safeParse(changes, { error: sentenceOf });
    errors.report(body.error?.issues ?? []);
    return body.success ? () => update({ id, changes: body.data }).unwrap() : null;
  };

  const consequences = async ({ role }: Stored) => {
    const impact = mayNarrow(role, draft.values)
      ? (await weigh({ id: role.id, change: roleChangeOf(draft.values) }).unwrap()).data
      : null;
    return consequencesOf(role, draft.values, impact);
  };

  const submit = async (isConfirmed: boolean) => {
    const save = prepared();
    if (save === null) return;
    try {
      if (stored !== null && !isConfirmed) {
        const found = await consequences(stored);
        if (mustAsk(found)) {
          setAsked(found);
          return;
        }
      }
      const answer = await save();
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
      if (!isBusy) void submit(false);
    },
    /** What has to be confirmed before the save goes on. */
    asked,
    confirm: () => {
      setAsked(null);
      void submit(true);
    },
    dismiss: () => {
      setAsked(null);
    },
    reload: () => void reload(),
  };
};

export type RoleFormState = ReturnType<typeof useRoleForm>;
