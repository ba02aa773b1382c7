import { Box, Button, Flex } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { type ReactNode, useEffect, useRef } from 'react';
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
  /** Another way, where this one is barred. */
  action?: ReactNode;
}

/**
 * What a failed save says above the form; what was typed stays as it is. Where no single field is
 * at fault, the page comes to it, and focus with it.
 */
export const FormAlert = ({ failure, title, onReload, action }: FormAlertProps) => {
  const t = useT();
  const textOf = useFailureText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failure === null || failure.issues.length > 0) return;
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'center' });
  }, [failure]);
  if (failure === null) return null;
  const isConflict = failure.code === 'revision_conflict';
  const reload =
    isConflict && onReload !== undefined ? (
      <Button variant="secondary" startIcon={<ArrowClockwise />} onClick={onReload}>
        {t('error.reload')}
      </Button>
    ) : null;
  return (
    <Box ref={box} tabIndex={-1} data-form-alert="">
      <Notice
        kind="danger"
        live="alert"
        title={isConflict ? t('error.revision-conflict.title') : (title ?? t('error.not-saved'))}
        action={
          reload === null && action === undefined ? undefined : (
            <Flex gap={2} wrap="wrap">
              {reload}
              {action}
            </Flex>
          )
        }
      >
        {textOf(failure)}
      </Notice>
    </Box>
  );
};
