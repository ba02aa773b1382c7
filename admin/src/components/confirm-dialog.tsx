import { Button, Dialog, Flex } from '@strapi/design-system';
import { type ReactNode, useRef } from 'react';
import { styled } from 'styled-components';
import { useT } from '../translations/use-t';

/** As high as the longer label, which names what happens and so may take two lines. */
const Choice = styled(Button)`
  align-self: stretch;
  height: auto;
  min-height: 3.2rem;
  padding-block: ${({ theme }) => theme.spaces[1]};
`;

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
  const opener = useRef<Element | null>(null);
  return (
    <Dialog.Root
      open={isOpen}
      onOpenChange={(open) => {
        if (!open && !isBusy) onClose();
      }}
    >
      <Dialog.Content
        onOpenAutoFocus={() => {
          opener.current = document.activeElement;
        }}
        onCloseAutoFocus={(event) => {
          // Radix gives focus back to a trigger alone, and these dialogs are opened by state.
          const target = opener.current;
          const back = target instanceof HTMLElement && target.isConnected ? target : null;
          const give = returnFocus ?? (back === null ? undefined : () => back.focus());
          if (give === undefined) return;
          event.preventDefault();
          give();
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
            <Choice variant="tertiary" fullWidth disabled={isBusy}>
              {t('action.cancel')}
            </Choice>
          </Dialog.Cancel>
          <Choice
            variant="danger-light"
            fullWidth
            loading={isBusy}
            disabled={isDisabled}
            onClick={onConfirm}
          >
            {confirmLabel}
          </Choice>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
