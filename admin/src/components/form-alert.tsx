import { Button } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import type { Failure } from '../api/failure';
import { useFailureText } from '../hooks/use-failure-text';
import { useT } from '../translations/use-t';
import { Notice } from './notice';

interface FormAlertProps {
  failure: Failure | null;
  /** What has not happened. */
  title?: string;
  /** Reads what is stored now; offered where somebody else was quicker. */
  onReload?: () => void;
}

/** What a failed save says above the form; what was typed stays as it is. */
export const FormAlert = ({ failure, title, onReload }: FormAlertProps) => {
  const t = useT();
  const textOf = useFailureText();
  if (failure === null) return null;
  const isConflict = failure.code === 'revision_conflict';
  return (
    <Notice
      kind="danger"
      live="alert"
      title={isConflict ? t('error.revision-conflict.title') : (title ?? t('error.not-saved'))}
      action={
        isConflict && onReload !== undefined ? (
          <Button variant="secondary" startIcon={<ArrowClockwise />} onClick={onReload}>
            {t('error.reload')}
          </Button>
        ) : undefined
      }
    >
      {textOf(failure)}
    </Notice>
  );
};
