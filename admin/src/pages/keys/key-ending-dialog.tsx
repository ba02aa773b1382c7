import { useState } from 'react';
import type { Key } from '../../../../contracts/keys';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { focusMain } from '../../components/focus-main';
import { FormAlert } from '../../components/form-alert';
import { useT } from '../../translations/use-t';
import { StopWarning } from './stop-warning';
import { useKeyEnding } from './use-key-ending';

/** A key about to be stopped for good. */
export interface KeyEnding {
  readonly how: 'revoke' | 'delete';
  readonly target: Key;
  /** Id of what opened the dialog, where that has no focus meanwhile, as the button of a menu. */
  readonly opener?: string;
}

interface KeyEndingDialogProps {
  /** Open while there is one. */
  ending: KeyEnding | null;
  onClose: () => void;
  /** Called when the key has been revoked or deleted, before the dialog closes. */
  onDone?: (ending: KeyEnding) => void;
}

/** Asks before a key is revoked or deleted, and says what stops. */
export const KeyEndingDialog = ({ ending, onClose, onDone }: KeyEndingDialogProps) => {
  // The text stays while the dialog fades out.
  const [shown, setShown] = useState(ending);
  if (ending !== null && ending !== shown) setShown(ending);
  return shown === null ? null : (
    <OpenDialog
      key={`${shown.how} ${shown.target.id} ${shown.target.revision}`}
      ending={shown}
      isOpen={ending !== null}
      onClose={onClose}
      onDone={onDone}
    />
  );
};

interface OpenDialogProps extends Omit<KeyEndingDialogProps, 'ending'> {
  ending: KeyEnding;
  isOpen: boolean;
}

const OpenDialog = ({ ending, isOpen, onClose, onDone }: OpenDialogProps) => {
  const t = useT();
  const { how, opener } = ending;
  const { target, failure, isBusy, isDone, confirm, reload } = useKeyEnding(ending, () => {
    onDone?.(ending);
    onClose();
  });
  // A key that has ended may be gone from the page, with the button that led here.
  const goBack =
    opener === undefined
      ? undefined
      : () => {
          document.getElementById(opener)?.focus();
        };
  const isAlreadyRevoked = target.status === 'revoked';
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t(`key.${how}.title`, { name: target.name })}
      description={t(`key.${how}.description`)}
      confirmLabel={t(`key.${how}.confirm`)}
      isBusy={isBusy}
      isDisabled={how === 'revoke' && isAlreadyRevoked}
      onConfirm={confirm}
      onClose={onClose}
      returnFocus={isDone ? focusMain : goBack}
    >
      {isAlreadyRevoked ? null : <StopWarning value={target} />}
      <FormAlert title={t(`key.${how}.failed`)} failure={failure} onReload={reload} />
    </ConfirmDialog>
  );
};
