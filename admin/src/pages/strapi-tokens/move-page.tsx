import { Button, Flex } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { StrapiToken } from '../../../../contracts/strapi-tokens';
import { useListStrapiTokensQuery } from '../../api/strapi-tokens';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { EmptyState } from '../../components/empty-state';
import { ErrorState } from '../../components/error-state';
import { Guarded } from '../../components/guarded';
import { Notice } from '../../components/notice';
import { useT } from '../../translations/use-t';
import { keyPaths } from '../keys/paths';
import { MoveReport } from './move-report';
import { TokensTable } from './tokens-table';
import { useMove } from './use-move';

/** All that can be moved is, unless one says otherwise; what Strapi made and nobody used is not. */
const useChosen = (tokens: readonly StrapiToken[]) => {
  const [said, setSaid] = useState<ReadonlyMap<number, boolean>>(new Map());
  const isChosen = ({ id, problem, isUntouchedDefault }: StrapiToken): boolean =>
    problem === null && (said.get(id) ?? !isUntouchedDefault);
  return {
    isChosen,
    ids: tokens.filter(isChosen).map(({ id }) => id),
    toggle: ({ id }: StrapiToken, isOn: boolean) => {
      setSaid(new Map(said).set(id, isOn));
    },
  };
};

const MoveTokens = () => {
  const t = useT();
  const { data, error, isFetching, refetch } = useListStrapiTokensQuery(undefined, {
    refetchOnMountOrArgChange: true,
  });
  const tokens = data?.data ?? [];
  const { ids, isChosen, toggle } = useChosen(tokens);
  const { isBusy, outcome, start } = useMove();
  const [isAsking, setAsking] = useState(false);
  const failed = error !== undefined && !isFetching;
  const isEmpty = data !== undefined && tokens.length === 0;
  return (
    <Page.Main aria-busy={isFetching}>
      <Page.Title>{t('strapi-tokens.title')}</Page.Title>
      <Layouts.Header
        title={t('strapi-tokens.title')}
        subtitle={t('strapi-tokens.subtitle')}
        navigationAction={<BackButton fallback={keyPaths.list} />}
        primaryAction={
          <Button
            size="S"
            disabled={ids.length === 0 || failed}
            loading={isBusy}
            onClick={() => {
              setAsking(true);
            }}
          >
            {t('strapi-tokens.move', { count: ids.length })}
          </Button>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {outcome === null ? (
            <Notice kind="info">{t('strapi-tokens.explained')}</Notice>
          ) : (
            <MoveReport outcome={outcome} />
          )}
          {failed ? (
            <ErrorState error={error} onRetry={() => void refetch()} />
          ) : isEmpty ? (
            <EmptyState content={t('strapi-tokens.none')} />
          ) : (
            <TokensTable
              tokens={data?.data}
              isBusy={isFetching}
              isChosen={isChosen}
              onToggle={toggle}
            />
          )}
        </Flex>
      </Layouts.Content>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('strapi-tokens.confirm.title', { count: ids.length })}
        description={t('strapi-tokens.confirm.description')}
        confirmLabel={t('strapi-tokens.move', { count: ids.length })}
        onConfirm={() => {
          setAsking(false);
          void start(ids);
        }}
        onClose={() => {
          setAsking(false);
        }}
      />
    </Page.Main>
  );
};

const MovePage = () => (
  <Guarded title="keys.title" anyOf={['move-strapi-tokens']}>
    <MoveTokens />
  </Guarded>
);

export default MovePage;
