import { Box, LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { ErrorState } from '../../components/error-state';
import { Guarded } from '../../components/guarded';
import { Notice } from '../../components/notice';
import { ListPagination } from '../../components/pagination';
import { SearchField } from '../../components/search-field';
import { usePermissions } from '../../hooks/use-permissions';
import { useT } from '../../translations/use-t';
import { KeysEmpty } from './keys-empty';
import { KeysTable } from './keys-table';
import { keyPaths } from './paths';
import { StatusFilter } from './status-filter';
import { useKeysList } from './use-keys-list';

const KeysList = () => {
  const t = useT();
  const { can, isLoading } = usePermissions();
  const list = useKeysList();
  const { data, error, isFetching, refetch } = list.answer;

  if (isLoading) return <Page.Loading />;

  const isEmpty = data?.data.length === 0 && !isFetching;
  const failed = error !== undefined && !isFetching;

  return (
    <Page.Main aria-busy={isFetching}>
      <Page.Title>{t('keys.title')}</Page.Title>
      <Layouts.Header
        title={t('keys.title')}
        subtitle={can('read') ? t('keys.subtitle') : t('keys.subtitle.own')}
        primaryAction={
          can('create-api-access') ? (
            <LinkButton tag={Link} to={keyPaths.create} startIcon={<Plus />} size="S">
              {t('keys.create')}
            </LinkButton>
          ) : null
        }
      />
      <Layouts.Action
        startActions={
          <>
            <SearchField
              label={t('keys.search')}
              placeholder={t('keys.search.placeholder')}
              value={list.search}
              clean={list.cleanSearch}
              onSearch={list.onSearch}
            />
            <StatusFilter value={list.status} onChange={list.onStatus} />
          </>
        }
      />
      <Layouts.Content>
        {list.wasCut ? (
          <Box paddingBottom={4}>
            <Notice kind="warning" live="status" title={t('keys.search.cut.title')}>
              {t('keys.search.cut')}
            </Notice>
          </Box>
        ) : null}
        {failed ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : isEmpty ? (
          <KeysEmpty
            isFiltered={list.isFiltered}
            mayCreate={can('create-api-access')}
            onClearFilters={list.onClearFilters}
          />
        ) : (
          <KeysTable
            keys={data?.data}
            isBusy={isFetching}
            sort={list.sort}
            onSort={list.onSort}
            can={can}
          />
        )}
        {data === undefined || failed || data.data.length === 0 ? null : (
          <ListPagination
            pagination={data.meta.pagination}
            linkTo={(page) => list.linkTo({ page })}
            onPageSize={list.onPageSize}
          />
        )}
      </Layouts.Content>
    </Page.Main>
  );
};

const ListPage = () => (
  <Guarded anyOf={['read', 'create-api-access']}>
    <KeysList />
  </Guarded>
);

export default ListPage;
