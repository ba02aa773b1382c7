import { Button, EmptyStateLayout, Flex, LinkButton } from '@strapi/design-system';
import { ArrowClockwise, WarningCircle } from '@strapi/icons';
import { Link } from 'react-router-dom';
import { failureOf } from '../api/failure';
import { useFailureText } from '../hooks/use-failure-text';
import { useT } from '../translations/use-t';

interface ErrorStateProps {
  error: unknown;
  onRetry: () => void;
  /** The list to go back to, where one thing of it could not be read. */
  listPath?: string;
}

/** In place of what could not be read: why, another try, and a way out. */
export const ErrorState = ({ error, onRetry, listPath }: ErrorStateProps) => {
  const t = useT();
  const textOf = useFailureText();
  return (
    <div role="alert">
      <EmptyStateLayout
        icon={<WarningCircle width="4rem" height="4rem" fill="danger600" />}
        content={textOf(failureOf(error))}
        action={
          <Flex gap={2} wrap="wrap" justifyContent="center">
            <Button variant="secondary" startIcon={<ArrowClockwise />} onClick={onRetry}>
              {t('error.retry')}
            </Button>
            {listPath === undefined ? null : (
              <LinkButton tag={Link} to={listPath} variant="tertiary">
                {t('error.back-to-list')}
              </LinkButton>
            )}
          </Flex>
        }
      />
    </div>
  );
};
