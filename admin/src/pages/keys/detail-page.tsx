import { Flex, Grid } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { Key } from '../../../../contracts/keys';
import { useReadAccessKeyQuery } from '../../api/keys';
import { FailedPage } from '../../components/failed-page';
import { Guarded } from '../../components/guarded';
import { Mono } from '../../components/mono';
import { Notice } from '../../components/notice';
import { useFormats } from '../../hooks/use-formats';
import { type Can, usePermissions } from '../../hooks/use-permissions';
import { useT } from '../../translations/use-t';
import { DetailButtons } from './detail-buttons';
import { DetailMain } from './detail-main';
import { DetailSide } from './detail-side';
import { actionsOn } from './key-actions';
import { type KeyEnding, KeyEndingDialog } from './key-ending-dialog';
import { keyPaths } from './paths';
import { StatusBadge } from './status-badge';

interface KeyDetailProps {
  value: Key;
  can: Can;
}

const RevokedNotice = ({ value }: { value: Key }) => {
  const t = useT();
  const { dateTime } = useFormats();
  if (value.revokedAt === null) return null;
  return (
    <Notice kind="danger" title={t('key.revoked.title')}>
      {t(value.revokedBy === null ? 'key.revoked.at' : 'key.revoked.by', {
        date: dateTime(value.revokedAt),
        by: value.revokedBy,
      })}
    </Notice>
  );
};

const KeyDetail = ({ value, can }: KeyDetailProps) => {
  const navigate = useNavigate();
  const [ending, setEnding] = useState<KeyEnding | null>(null);
  return (
    <Page.Main>
      <Page.Title>{value.name}</Page.Title>
      <Layouts.Header
        title={value.name}
        subtitle={
          <Flex gap={3} wrap="wrap">
            <Mono textColor="neutral600">{value.hint}</Mono>
            <StatusBadge status={value.status} />
          </Flex>
        }
        navigationAction={<BackButton fallback={keyPaths.list} />}
        primaryAction={
          <DetailButtons value={value} actions={actionsOn(value, can)} onEnd={setEnding} />
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <RevokedNotice value={value} />
          <Grid.Root gap={{ initial: 4, medium: 6 }}>
            <Grid.Item col={8} s={12} xs={12} direction="column" alignItems="stretch">
              <DetailMain value={value} />
            </Grid.Item>
            <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch">
              <DetailSide value={value} />
            </Grid.Item>
          </Grid.Root>
        </Flex>
      </Layouts.Content>
      <KeyEndingDialog
        ending={ending}
        onClose={() => {
          setEnding(null);
        }}
        onDone={({ how }) => {
          if (how === 'delete') navigate(keyPaths.list, { replace: true });
        }}
      />
    </Page.Main>
  );
};

const LoadedDetail = () => {
  const t = useT();
  const { id = '' } = useParams();
  const { can, isLoading } = usePermissions();
  const { data, error, isFetching, refetch } = useReadAccessKeyQuery(id, {
    refetchOnMountOrArgChange: true,
  });
  if (error !== undefined && !isFetching) {
    return (
      <FailedPage
        title={t('keys.title')}
        fallback={keyPaths.list}
        error={error}
        onRetry={() => void refetch()}
      />
    );
  }
  if (data === undefined || isLoading) return <Page.Loading />;
  return <KeyDetail value={data.data} can={can} />;
};

const DetailPage = () => (
  <Guarded anyOf={['read', 'create-api-access']}>
    <LoadedDetail />
  </Guarded>
);

export default DetailPage;
