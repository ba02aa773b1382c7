import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise, CheckCircle, WarningCircle } from '@strapi/icons';
import { useListAccessKeysToSeeToQuery } from '../api/attention';
import { failureOf } from '../api/failure';
import { RelativeTime } from '../components/time';
import { useFailureText } from '../hooks/use-failure-text';
import { keyPaths } from '../pages/keys/paths';
import { useT } from '../translations/use-t';
import { AttentionGroup } from './attention-group';
import { WidgetSkeleton } from './widget-skeleton';

/** Keys that somebody should see to: what fails already comes before what is going to. */
export const Attention = () => {
  const t = useT();
  const { data, error, isFetching, refetch } = useListAccessKeysToSeeToQuery(undefined, {
    refetchOnMountOrArgChange: true,
  });

  if (error !== undefined) {
    return <Failed error={error} isBusy={isFetching} onRetry={() => void refetch()} />;
  }
  if (data === undefined) return <WidgetSkeleton />;

  const { expiring, expiredInUse } = data.data;
  if (expiring.total + expiredInUse.total === 0) {
    return (
      <Flex direction="column" justifyContent="center" gap={3} height="100%">
        <CheckCircle width="3.2rem" height="3.2rem" fill="success600" aria-hidden />
        <Typography textColor="neutral600" textAlign="center">
          {t('widget.none')}
        </Typography>
      </Flex>
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <AttentionGroup
        title={t('widget.expired')}
        moreTo={`${keyPaths.list}?status=expired`}
        moreLabel={(count) => t('widget.more-expired', { count })}
        {...expiredInUse}
        detailOf={({ expiresAt, lastTriedAt }) => (
          <>
            {t('widget.expired-at')} <RelativeTime value={expiresAt} />
            {lastTriedAt === null ? null : (
              <>
                {' · '}
                {t('widget.last-tried')} <RelativeTime value={lastTriedAt} />
              </>
            )}
          </>
        )}
      />
      <AttentionGroup
        title={t('widget.expiring')}
        moreTo={`${keyPaths.list}?quick=expires-soon&sort=expiresAt:asc`}
        moreLabel={(count) => t('widget.more-expiring', { count })}
        {...expiring}
        detailOf={({ expiresAt }) => (
          <>
            {t('widget.expires')} <RelativeTime value={expiresAt} />
          </>
        )}
      />
    </Flex>
  );
};

interface FailedProps {
  error: unknown;
  isBusy: boolean;
  onRetry: () => void;
}

const Failed = ({ error, isBusy, onRetry }: FailedProps) => {
  const t = useT();
  const textOf = useFailureText();
  return (
    <Flex direction="column" justifyContent="center" gap={3} height="100%" role="alert">
      <WarningCircle width="3.2rem" height="3.2rem" fill="danger600" aria-hidden />
      <Typography textColor="neutral600" textAlign="center">
        {textOf(failureOf(error))}
      </Typography>
      <Button
        variant="secondary"
        size="S"
        startIcon={<ArrowClockwise />}
        loading={isBusy}
        onClick={onRetry}
      >
        {t('error.retry')}
      </Button>
    </Flex>
  );
};
