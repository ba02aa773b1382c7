import { Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import { KEY_STATUSES } from '../../../../contracts/keys';
import { useCountAccessKeysQuery } from '../../api/keys';
import { ErrorState } from '../../components/error-state';
import { FilterChips } from '../../components/filters/filter-chips';
import { focusMain } from '../../components/focus-main';
import { Notice } from '../../components/notice';
import { ListPagination } from '../../components/pagination';
import type { Can } from '../../hooks/use-permissions';
import { useT } from '../../translations/use-t';
import { BulkDialog, type BulkRequest } from './bulk/bulk-dialog';
import { KeysEmpty } from './keys-empty';
import { FILTER_BUTTON, KeysHeader } from './keys-header';
import { KeysTable } from './keys-table';
import { MailBanner } from './mail-banner';
import { QuickFilters } from './quick-filters';
import { bulkButtonId, SelectionBar } from './selection-bar';
import { StrapiTokensBanner } from './strapi-tokens-banner';
import { useKeyFilters } from './use-key-filters';
import { useKeysList } from './use-keys-list';
import { useSelection } from './use-selection';

/** Whoever holds one of these can do something with chosen keys. */
const SELECTING = ['update', 'regenerate', 'revoke', 'delete', 'create-api-access'] as const;

export const KeysList = ({ can }: { can: Can }) => {
  const t = useT();
  const list = useKeysList(can);
  const { data, error, isFetching, refetch } = list.answer;
  const filters = useKeyFilters(list.filter, can);
  const counts = useCountAccessKeysQuery(undefined, { refetchOnMountOrArgChange: true });
  const chosen = useSelection(data?.data ?? [], list.filter);
  const selection = SELECTING.some(can) ? chosen : null;
  const [bulk, setBulk] = useState<BulkRequest | null>(null);

  const isEmpty = data?.data.length === 0 && !isFetching;
  const failed = error !== undefined && !isFetching;
  // Nothing to search and to filter either.
  const isFirstVisit = isEmpty && counts.data?.data.all.total === 0;
  const pagination = data?.meta.pagination;

  return (
    <Page.Main aria-busy={isFetching}>
      <Page.Title>{t('keys.title')}</Page.Title>
      <KeysHeader can={can} list={list} filters={filters} isBare={isFirstVisit} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <MailBanner can={can} />
          {can('move-strapi-tokens') ? <StrapiTokensBanner /> : null}
          {isFirstVisit ? null : (
            <QuickFilters
              counts={counts.data?.data}
              value={list.query.quick}
              seesRoles={can('get-role')}
              onChange={list.onQuick}
            />
          )}
          <FilterChips
            buttonId={FILTER_BUTTON}
            fields={filters.fields}
            onChange={list.onFilter}
            onClear={list.onClearPanel}
          />
          {list.wasCut ? (
            <Notice kind="warning" live="status" title={t('keys.search.cut.title')}>
              {t('keys.search.cut')}
            </Notice>
          ) : null}
          {failed ? (
            <ErrorState error={error} onRetry={() => void refetch()} />
          ) : isEmpty ? (
            <KeysEmpty
              isFirstVisit={isFirstVisit}
              isFiltered={list.isFiltered}
              can={can}
              onClearFilters={list.onClearFilters}
              onShowRevoked={() => {
                list.onFilter('status', KEY_STATUSES);
              }}
            />
          ) : (
            <KeysTable
              keys={data?.data}
              isBusy={isFetching}
              sort={list.query.sort}
              onSort={list.onSort}
              can={can}
              selection={selection}
            />
          )}
          {selection === null ? null : (
            <SelectionBar
              selection={selection}
              matching={pagination ?? { total: 0, isTotalExact: true }}
              can={can}
              onBulk={(how) => {
                setBulk({ how, ids: selection.ids });
              }}
            />
          )}
        </Flex>
        {pagination === undefined || failed || isEmpty ? null : (
          <ListPagination
            pagination={pagination}
            linkTo={(page) => list.linkTo({ page })}
            onPageSize={list.onPageSize}
          />
        )}
      </Layouts.Content>
      <BulkDialog
        request={bulk}
        onClose={() => {
          setBulk(null);
        }}
        onChanged={chosen.remove}
        returnFocus={(how) => {
          // The bar is gone with the last of its keys.
          const button = document.getElementById(bulkButtonId(how));
          if (button === null) focusMain();
          else button.focus();
        }}
      />
    </Page.Main>
  );
};
