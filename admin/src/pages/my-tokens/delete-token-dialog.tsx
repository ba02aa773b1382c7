import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { MyToken } from '../../../../contracts/my-tokens';
import { type Failure, failureOf } from '../../api/failure';
import { useDeleteMyTokenMutation } from '../../api/my-tokens';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { focusMain } from '../../components/focus-main';
import { FormAlert } from '../../components/form-alert';
import { useFormats } from '../../hooks/use-formats';
import { useNow } from '../../hooks/use-now';
import { useT } from '../../translations/use-t';

interface DeleteTokenDialogProps {
  /** Open while there is one. */
  token: MyToken | null;
  onClose: () => void;
  onDone?: () => void;
  returnFocus: (token: MyToken) => void;
}

/** Asks before a token is deleted, and says whether it is in use. */
export const DeleteTokenDialog = ({
  token,
  onClose,
  onDone,
  returnFocus,
}: DeleteTokenDialogProps) => {
  const t = useT();
  const { relative } = useFormats();
  const now = useNow();
  const { toggleNotification } = useNotification();
  const [remove, { isLoading }] = useDeleteMyTokenMutation();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isDone, setDone] = useState(false);
  // The text stays while the dialog fades out.
  const [shown, setShown] = useState(token);
  if (token !== null && token !== shown) {
    setShown(token);
    setFailure(null);
    setDone(false);
  }
  if (shown === null) return null;

  const confirm = async () => {
    setFailure(null);
    try {
      await remove(shown.id).unwrap();
      toggleNotification({ type: 'success', message: t('my.delete.done', { name: shown.name }) });
      setDone(true);
      onDone?.();
      onClose();
    } catch (error) {
      setFailure(failureOf(error));
    }
  };

  const { lastUsedAt } = shown;
  return (
    <ConfirmDialog
      isOpen={token !== null}
      title={t('my.delete.title', { name: shown.name })}
      description={t('my.delete.description', {
        used: lastUsedAt === null ? 'never' : 'used',
        when: lastUsedAt === null ? '' : relative(lastUsedAt, now),
      })}
      confirmLabel={t('my.delete.confirm')}
      isBusy={isLoading}
      onConfirm={() => void confirm()}
      onClose={onClose}
      returnFocus={() => {
        if (isDone) focusMain();
        else returnFocus(shown);
      }}
    >
      <FormAlert title={t('my.delete.failed')} failure={failure} />
    </ConfirmDialog>
  );
};
