import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { Role } from '../../../../contracts/roles';
import { type Failure, failureOf } from '../../api/failure';
import { useDeleteAccessRoleMutation } from '../../api/roles';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { focusMain } from '../../components/focus-main';
import { FormAlert } from '../../components/form-alert';
import { Notice } from '../../components/notice';
import { useT } from '../../translations/use-t';

interface DeleteRoleDialogProps {
  /** Open while there is one. */
  role: Role | null;
  onClose: () => void;
  onDone?: () => void;
}

/** Asks before a role is deleted, and says how many keys lose what it allowed. */
export const DeleteRoleDialog = ({ role, onClose, onDone }: DeleteRoleDialogProps) => {
  const t = useT();
  const { toggleNotification } = useNotification();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [remove, { isLoading }] = useDeleteAccessRoleMutation();
  const [isDone, setDone] = useState(false);
  // The text stays while the dialog fades out.
  const [shown, setShown] = useState(role);
  if (role !== null && role !== shown) {
    setShown(role);
    setFailure(null);
    setDone(false);
  }

  const confirm = async ({ id, name }: Role) => {
    setFailure(null);
    try {
      await remove(id).unwrap();
      toggleNotification({ type: 'success', message: t('role.delete.done', { name }) });
      setDone(true);
      onDone?.();
      onClose();
    } catch (error) {
      setFailure(failureOf(error));
    }
  };

  if (shown === null) return null;
  return (
    <ConfirmDialog
      isOpen={role !== null}
      title={t('role.delete.title', { name: shown.name })}
      description={t('role.delete.description')}
      confirmLabel={t('role.delete.confirm')}
      isBusy={isLoading}
      onConfirm={() => void confirm(shown)}
      onClose={onClose}
      returnFocus={isDone ? focusMain : undefined}
    >
      <Notice kind={shown.keyCount > 0 ? 'warning' : 'info'}>
        {t('role.delete.keys', { count: shown.keyCount })}
      </Notice>
      <FormAlert title={t('role.delete.failed')} failure={failure} />
    </ConfirmDialog>
  );
};
