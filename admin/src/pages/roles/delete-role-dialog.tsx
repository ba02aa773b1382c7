import { Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { Role } from '../../../../contracts/roles';
import { type Failure, failureOf } from '../../api/failure';
import { useDeleteAccessRoleMutation, useWeighAccessRoleChangeQuery } from '../../api/roles';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { focusMain } from '../../components/focus-main';
import { FormAlert } from '../../components/form-alert';
import { Notice } from '../../components/notice';
import { useT } from '../../translations/use-t';
import { HitKeys } from './hit-keys';

interface DeleteRoleDialogProps {
  /** Open while there is one. */
  role: Role | null;
  onClose: () => void;
  onDone?: () => void;
}

/** Asks before a role is deleted, and says which keys lose what they lately used. */
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

  const impact = useWeighAccessRoleChangeQuery(
    { id: shown?.id ?? '', change: null },
    // The answer of an earlier opening tells nothing of this one.
    { skip: role === null, refetchOnMountOrArgChange: true },
  );
  const found = impact.isFetching ? undefined : impact.data?.data;
  const hitCount = found?.hitCount ?? 0;

  if (shown === null) return null;
  const keyCount = found?.keyCount ?? shown.keyCount;
  return (
    <ConfirmDialog
      isOpen={role !== null}
      title={t('role.delete.title', { name: shown.name })}
      description={t('role.delete.description')}
      confirmLabel={
        hitCount > 0 ? t('role.delete.confirm-hit', { count: hitCount }) : t('role.delete.confirm')
      }
      isBusy={isLoading}
      isDisabled={impact.isFetching}
      onConfirm={() => void confirm(shown)}
      onClose={onClose}
      returnFocus={isDone ? focusMain : undefined}
    >
      <Notice kind={keyCount > 0 ? 'warning' : 'info'}>
        {t('role.delete.keys', { count: keyCount })}
      </Notice>
      <div role="status">
        {impact.isFetching ? (
          <Typography textColor="neutral600">{t('role.hit.looking')}</Typography>
        ) : impact.error !== undefined ? (
          <Typography textColor="neutral800">{t('role.hit.unknown')}</Typography>
        ) : keyCount > 0 ? (
          <Typography textColor="neutral800">{t('role.hit.count', { count: hitCount })}</Typography>
        ) : null}
      </div>
      {found === undefined || hitCount === 0 ? null : <HitKeys impact={found} />}
      <FormAlert title={t('role.delete.failed')} failure={failure} />
    </ConfirmDialog>
  );
};
