import { Button, Flex, Grid, Typography } from '@strapi/design-system';
import type { MailHealth } from '../../../../contracts/settings';
import { useReadMailHealthQuery } from '../../api/settings';
import { Fact, Facts } from '../../components/facts';
import { Notice } from '../../components/notice';
import { SkeletonBar } from '../../components/skeleton-bar';
import { RelativeTime } from '../../components/time';
import { useT } from '../../translations/use-t';
import { Cell } from './fields';
import { TestMail } from './test-mail';

const WAITING_POLL_MS = 15_000;

const When = ({ value }: { value: string | null }) => {
  const t = useT();
  return value === null ? t('rules.mail.never') : <RelativeTime value={value} />;
};

/** Looks again of itself while it is shown: what waits goes out by a job, not by this page. */
const Waiting = ({ waiting }: Pick<MailHealth, 'waiting'>) => {
  const t = useT();
  useReadMailHealthQuery(undefined, { pollingInterval: WAITING_POLL_MS });
  return (
    <Notice kind="info" live="status" title={t('rules.mail.waiting', { waiting })}>
      {t('rules.mail.waiting.hint')}
    </Notice>
  );
};

const Health = ({ health }: { health: MailHealth }) => {
  const t = useT();
  const { problem, provider, lastSentAt, lastFailedAt, lastError, isFailing } = health;
  const { lastRunAt, waiting } = health;
  const [sent, failed] = [health.lastRunSent ?? 0, health.lastRunFailed ?? 0];
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {problem === null ? null : (
        <Notice kind="warning" title={t('rules.mail.problem')}>
          {problem}
        </Notice>
      )}
      {isFailing ? (
        <Notice kind="danger" title={t('rules.mail.failing')}>
          {lastError}
        </Notice>
      ) : null}
      {waiting > 0 ? <Waiting waiting={waiting} /> : null}
      <Grid.Root gap={4}>
        <Cell col={3}>
          <Facts>
            <Fact label={t('rules.mail.provider')}>{provider ?? '–'}</Fact>
          </Facts>
        </Cell>
        <Cell col={3}>
          <Facts>
            <Fact label={t('rules.mail.last-sent')}>
              <When value={lastSentAt} />
            </Fact>
          </Facts>
        </Cell>
        <Cell col={3}>
          <Facts>
            <Fact label={t('rules.mail.last-failed')}>
              <When value={lastFailedAt} />
            </Fact>
          </Facts>
        </Cell>
        <Cell col={3}>
          <Facts>
            <Fact label={t('rules.mail.last-run')}>
              <When value={lastRunAt} />
              {sent + failed === 0 ? null : (
                <Typography tag="p" variant="pi" textColor="neutral600">
                  {t('rules.mail.run', { sent, failed })}
                </Typography>
              )}
            </Fact>
          </Facts>
        </Cell>
      </Grid.Root>
    </Flex>
  );
};

/** How mails fare at this moment, and a mail to see for oneself. */
export const MailState = () => {
  const t = useT();
  const { data, isError, isLoading, refetch } = useReadMailHealthQuery(undefined, {
    refetchOnMountOrArgChange: true,
  });
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography variant="omega" fontWeight="bold" tag="h3">
        {t('rules.mail')}
      </Typography>
      {data === undefined ? null : <Health health={data} />}
      {isLoading ? (
        <div aria-busy>
          <SkeletonBar $width="40%" />
          <SkeletonBar />
        </div>
      ) : null}
      {isError ? (
        <Notice
          kind="warning"
          action={
            <Button variant="secondary" onClick={() => void refetch()}>
              {t('error.retry')}
            </Button>
          }
        >
          {t('rules.mail.unavailable')}
        </Notice>
      ) : null}
      <TestMail onTried={() => void refetch()} />
    </Flex>
  );
};
