import { Button, Flex, VisuallyHidden } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { DataTable, HeadCell } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { ErrorState } from '../../components/error-state';
import { FilterButton } from '../../components/filters/filter-button';
import { FilterChips } from '../../components/filters/filter-chips';
import { Guarded } from '../../components/guarded';
import { ListPagination } from '../../components/pagination';
import { SearchField } from '../../components/search-field';
import { TableSkeleton } from '../../components/table-skeleton';
import { type Can, usePermissions } from '../../hooks/use-permissions';
import { useT } from '../../translations/use-t';
import { cutTokens } from '../keys/cut-tokens';
import { ActivityRow } from './activity-row';
import { PeriodSelect } from './period-select';
import { useActivityList } from './use-activity-list';

const FILTERS = 'activity-filters';

const ExportButton = ({
  format,
  isDisabled,
  download: { isBusy, start },
}: {
  format: string;
  isDisabled: boolean;
  download: { isBusy: boolean; start: () => void };
}) => {
  const t = useT();
  return (
    <Button
      variant="secondary"
      size="S"
      startIcon={<Download />}
      loading={isBusy}
      disabled={isDisabled || isBusy}
      onClick={start}
    >
      {t('activity.export', { format })}
    </Button>
  );
};

const ActivityList = ({ can }: { can: Can }) => {
  const t = useT();
  const state = useActivityList(can);
  const { query, change, linkTo, fields, onFilter, onClear } = state;
  const { data, error, isFetching, refetch } = state.list;
  const search = query.search ?? '';
  const failed = error !== undefined && !isFetching;
  const isEmpty = data?.data.length === 0 && !isFetching;

  return (
    <Page.Main aria-busy={isFetching}>
      <Page.Title>{t('activity.title')}</Page.Title>
      <Layouts.Header
        title={t('activity.title')}
        subtitle={t('activity.subtitle')}
        primaryAction={
          <Flex gap={2} wrap="wrap">
            <ExportButton format="CSV" isDisabled={isEmpty} download={state.csv} />
            <ExportButton format="JSON" isDisabled={isEmpty} download={state.json} />
          </Flex>
        }
      />
      <Layouts.Action
        startActions={
          <>
            <SearchField
              label={t('activity.search')}
              placeholder={t('activity.search')}
              value={search}
              clean={cutTokens}
              onSearch={(text) => {
                if (text !== search) change({ search: text }, { replace: true });
              }}
            />
            <PeriodSelect
              from={query.from}
              until={query.until}
              onChange={(from) => {
                change({ from, until: undefined });
              }}
            />
            <FilterButton
              id={FILTERS}
              fields={fields}
              onChange={onFilter}
              onClear={onClear}
              onOpen={state.startFiltering}
            />
          </>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <FilterChips buttonId={FILTERS} fields={fields} onChange={onFilter} onClear={onClear} />
          {failed ? (
            <ErrorState error={error} onRetry={() => void refetch()} />
          ) : isEmpty ? (
            <EmptyState
              content={t(state.isNarrowed ? 'activity.none-matches' : 'activity.none-yet')}
              action={
                state.isNarrowed ? (
                  <Button
                    variant="secondary"
                    onClick={() => {
                      onClear();
                      change({ search: undefined });
                    }}
                  >
                    {t('filters.clear')}
                  </Button>
                ) : undefined
              }
            />
          ) : (
            <DataTable
              label={t('activity.title')}
              isBusy={isFetching}
              head={
                <>
                  <HeadCell>{t('activity.column.what')}</HeadCell>
                  <HeadCell>{t('activity.column.when')}</HeadCell>
                  <HeadCell>{t('activity.column.address')}</HeadCell>
                  <th scope="col">
                    <VisuallyHidden>{t('activity.column.details')}</VisuallyHidden>
                  </th>
                </>
              }
            >
              {data === undefined ? (
                <TableSkeleton columns={4} />
              ) : (
                data.data.map((entry) => <ActivityRow key={entry.id} entry={entry} can={can} />)
              )}
            </DataTable>
          )}
          {data === undefined || failed || data.data.length === 0 ? null : (
            <ListPagination
              pagination={data.meta.pagination}
              linkTo={(page) => linkTo({ page })}
              onPageSize={(pageSize) => {
                change({ pageSize });
              }}
            />
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

const LoadedActivity = () => {
  const { can, isLoading } = usePermissions();
  return isLoading ? <Page.Loading /> : <ActivityList can={can} />;
};

const ListPage = () => (
  <Guarded title="activity.title" anyOf={['activity']}>
    <LoadedActivity />
  </Guarded>
);

export default ListPage;
