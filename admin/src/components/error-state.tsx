import { Button, EmptyStateLayout, Flex, LinkButton } from '@strapi/design-system';
import { ArrowClockwise, WarningCircle } from '@strapi/icons';
import { Link } from 'react-router-dom';
import { failureOf } from '../api/failure';
import { useFailureText } from '../hooks/use-failure-text';
import { useT } from '../translations/use-t';
import { UpgradeRequired } from './upgrade-required';

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
  const failure = failureOf(error);
  // Taken away while one was at work.
  if (failure.upgrade !== undefined) return <UpgradeRequired {...failure.upgrade} />;
  return (
    <div role="alert">
      <EmptyStateLayout
        icon={<WarningCircle width="4rem" height="4rem" fill="danger600" />}
        content={textOf(failure)}
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
