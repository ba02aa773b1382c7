import { Flex, Grid } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { KeyDetail as KeyDetailValue } from '../../../../contracts/keys';
import { useReadAccessKeyQuery } from '../../api/keys';
import { FailedPage } from '../../components/failed-page';
import { Guarded } from '../../components/guarded';
import { Mono } from '../../components/mono';
import { Notice } from '../../components/notice';
import { useFormats } from '../../hooks/use-formats';
import { type Can, usePermissions } from '../../hooks/use-permissions';
import { useT } from '../../translations/use-t';
import { DetailButtons } from './detail/detail-buttons';
import { DetailMain } from './detail/detail-main';
import { DetailSide } from './detail/detail-side';
import { KeySkeleton } from './detail/key-skeleton';
import { ReplacementPanel } from './detail/replacement-panel';
import { StrapiTokenNotice } from './detail/strapi-token-notice';
import { actionsOn } from './key-actions';
import { type KeyEnding, KeyEndingDialog } from './key-ending-dialog';
import { keyPaths } from './paths';
import { StatusBadge } from '../../components/status-badge';

interface KeyDetailProps {
  value: KeyDetailValue;
  can: Can;
}

const RevokedNotice = ({ value }: { value: KeyDetailValue }) => {
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

const PersonalNotice = ({ value: { owner } }: { value: KeyDetailValue }) => {
  const t = useT();
  return owner === null ? null : (
    <Notice kind="info">{t('key.personal.notice', { owner: owner.name })}</Notice>
  );
};

const KeyDetail = ({ value, can }: KeyDetailProps) => {
  const navigate = useNavigate();
  const actions = actionsOn(value, can);
  const [ending, setEnding] = useState<KeyEnding | null>(null);
  return (
    <Page.Main>
      <Page.Title>{value.name}</Page.Title>
      <Layouts.Header
        title={value.name}
        subtitle={
          <Flex gap={3} wrap="wrap">
            <Mono textColor="neutral600">{value.strapiToken ? value.displayId : value.hint}</Mono>
            <StatusBadge status={value.status} />
          </Flex>
        }
        navigationAction={<BackButton fallback={keyPaths.list} />}
        primaryAction={<DetailButtons value={value} actions={actions} onEnd={setEnding} />}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <RevokedNotice value={value} />
          <PersonalNotice value={value} />
          <StrapiTokenNotice value={value} mayMoveBack={can('move-strapi-tokens')} />
          <Grid.Root gap={{ initial: 4, medium: 6 }}>
            <Grid.Item col={8} s={12} xs={12} direction="column" alignItems="stretch">
              <DetailMain value={value} can={can} />
            </Grid.Item>
            <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch">
              <Flex direction="column" alignItems="stretch" gap={{ initial: 4, medium: 6 }}>
                <ReplacementPanel value={value} mayRevoke={can('revoke')} onEnd={setEnding} />
                <DetailSide value={value} />
              </Flex>
            </Grid.Item>
          </Grid.Root>
        </Flex>
      </Layouts.Content>
      <KeyEndingDialog
        ending={ending}
        onClose={() => {
          setEnding(null);
        }}
        onDone={({ how, target }) => {
          if (how === 'delete' && target.id === value.id)
            navigate(keyPaths.list, { replace: true });
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
  if (data === undefined || isLoading) return <KeySkeleton />;
  return <KeyDetail key={data.data.id} value={data.data} can={can} />;
};

const DetailPage = () => (
  <Guarded title="keys.title" anyOf={['read', 'create-api-access']}>
    <LoadedDetail />
  </Guarded>
);

export default DetailPage;
