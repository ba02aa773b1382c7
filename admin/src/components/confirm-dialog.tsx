import { Button, Dialog, Flex } from '@strapi/design-system';
import { type ReactNode } from 'react';
import { useT } from '../translations/use-t';

interface ConfirmDialogProps {
  isOpen: boolean;
  title: string;
  /** What happens, in one or two sentences. */
  description: string;
  /** More to weigh, below the description. */
  children?: ReactNode;
  /** The verb of what happens, never "Confirm". */
  confirmLabel: string;
  isBusy?: boolean;
  isDisabled?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  /** Where focus goes afterwards, if not to what opened the dialog. */
  returnFocus?: () => void;
}

/** Asks before something that cannot be undone. */
export const ConfirmDialog = ({
  isOpen,
  title,
  description,
  children,
  confirmLabel,
  isBusy = false,
  isDisabled = false,
  onConfirm,
  onClose,
  returnFocus,
}: ConfirmDialogProps) => {
  const t = useT();
  return (
    <Dialog.Root
      open={isOpen}
      onOpenChange={(open) => {
        if (!open && !isBusy) onClose();
      }}
    >
      <Dialog.Content
        onCloseAutoFocus={(event) => {
          if (returnFocus === undefined) return;
          event.preventDefault();
          returnFocus();
        }}
      >
        <Dialog.Header>{title}</Dialog.Header>
        <Dialog.Body alignItems="stretch">
          <Flex direction="column" alignItems="stretch" gap={4} width="100%">
            <Dialog.Description>{description}</Dialog.Description>
            {children}
          </Flex>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth disabled={isBusy}>
              {t('action.cancel')}
            </Button>
          </Dialog.Cancel>
          <Button
            variant="danger-light"
            fullWidth
            loading={isBusy}
            disabled={isDisabled}
            onClick={onConfirm}
          >
            {confirmLabel}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
