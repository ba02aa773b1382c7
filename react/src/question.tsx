import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useWording } from './wording';

interface QuestionProps {
  title: string;
  description: string;
  confirmLabel: string;
  onConfirm: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** Asks before something is done. The browser keeps the focus in it, and gives it back after. */
export const Question = ({
  title,
  description,
  confirmLabel,
  onConfirm,
  onClose,
  children,
}: QuestionProps) => {
  const { t } = useWording();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  // Closed while it is still in the page, or else the browser does not give the focus back.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      shown?.close();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      className="api-access-question"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
      onClose={({ currentTarget }) => {
        // It may come late, when the dialog has been shown again.
        if (!currentTarget.open) onClose();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm();
        }}
      >
        <h2 id={`${id}-title`}>{title}</h2>
        <p id={`${id}-description`}>{description}</p>
        {children}
        <button type="button" onClick={onClose}>
          {t('cancel-button-text')}
        </button>{' '}
        <button type="submit">{confirmLabel}</button>
      </form>
    </dialog>
  );
};
