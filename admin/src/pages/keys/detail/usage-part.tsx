import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { lazy, Suspense, useState } from 'react';
import type { Key } from '../../../../../contracts/keys';
import type { KeyUsage } from '../../../../../contracts/usage';
import { useReadAccessKeyUsageQuery } from '../../../api/key-usage';
import { Part } from '../../../components/part';
import { SkeletonBar } from '../../../components/skeleton-bar';
import { RelativeTime } from '../../../components/time';
import { useT } from '../../../translations/use-t';
import { NoChart } from './no-chart';
import { UsageTable } from './usage-table';

// Where the chart does not come, its numbers do.
const UsageChart = lazy(() => import('./usage-chart').catch(() => ({ default: NoChart })));

interface UsageViewProps {
  days: KeyUsage['days'];
}

const UsageView = ({ days }: UsageViewProps) => {
  const t = useT();
  const [isTable, setTable] = useState(false);
  if (days.every(({ allowed, denied }) => allowed + denied === 0)) {
    return <Typography textColor="neutral600">{t('key.use.none')}</Typography>;
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Box height="24rem" position="relative">
        <Suspense fallback={<SkeletonBar />}>
          <UsageChart days={days} />
        </Suspense>
      </Box>
      <Flex justifyContent="flex-end">
        <Button
          variant="ghost"
          size="S"
          aria-expanded={isTable}
          onClick={() => {
            setTable(!isTable);
          }}
        >
          {t(isTable ? 'key.use.hide-table' : 'key.use.show-table')}
        </Button>
      </Flex>
      <UsageTable days={days} isShown={isTable} />
    </Flex>
  );
};

/** What came with the Access ID alone; nothing where nothing came. */
const WrongSecrets = ({ value: { count, lastAt } }: { value: KeyUsage['wrongSecrets'] }) => {
  const t = useT();
  if (lastAt === null) return null;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Typography tag="p">
        {t('key.use.wrong', { count })} <RelativeTime value={lastAt} />
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {t('key.use.wrong.hint')}
      </Typography>
    </Flex>
  );
};

/** Requests by day over the last 30 days. */
export const UsagePart = ({ value }: { value: Key }) => {
  const t = useT();
  const query = useReadAccessKeyUsageQuery(value.id, { refetchOnMountOrArgChange: true });
  return (
    <Part title={t('key.use.days')} query={query}>
      {({ data }) => (
        <Flex direction="column" alignItems="stretch" gap={4}>
          <UsageView days={data.days} />
          <WrongSecrets value={data.wrongSecrets} />
        </Flex>
      )}
    </Part>
  );
};
