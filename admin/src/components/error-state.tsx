import { Button, EmptyStateLayout } from '@strapi/design-system';
import { ArrowClockwise, WarningCircle } from '@strapi/icons';
import { failureOf } from '../api/failure';
import { useFailureText } from '../hooks/use-failure-text';
import { useT } from '../translations/use-t';

interface ErrorStateProps {
  error: unknown;
  onRetry: () => void;
}

/** In place of what could not be read: why, and another try. */
export const ErrorState = ({ error, onRetry }: ErrorStateProps) => {
  const t = useT();
  const textOf = useFailureText();
  return (
    <div role="alert">
      <EmptyStateLayout
        icon={<WarningCircle width="4rem" height="4rem" fill="danger600" />}
        content={textOf(failureOf(error))}
        action={
          <Button variant="secondary" startIcon={<ArrowClockwise />} onClick={onRetry}>
            {t('error.retry')}
          </Button>
        }
      />
    </div>
  );
};
