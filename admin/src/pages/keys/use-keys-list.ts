import { useEffect, useMemo, useState } from 'react';
import { listKeysQuery, type QuickFilter } from '../../../../contracts/keys';
import { useListAccessKeysQuery } from '../../api/keys';
import { useListQuery } from '../../hooks/use-list-query';
import type { Can } from '../../hooks/use-permissions';
import { cutTokens } from './cut-tokens';
import { allowedQuery, filterOf, isFiltering, NO_FILTER, PANEL_FILTERS } from './list-filter';

const NO_PANEL_FILTER = Object.fromEntries(PANEL_FILTERS.map((name) => [name, undefined]));

/** State of the list page: what the URL asks for, what the server answers, what a person does. */
export const useKeysList = (can: Can) => {
  const { query: asked, change, linkTo } = useListQuery(listKeysQuery);
  const [wasCut, setWasCut] = useState(false);
  const search = cutTokens(asked.search ?? '');

  // Somebody followed a link with a token in it: it goes from the URL as well.
  useEffect(() => {
    if (search !== (asked.search ?? '')) change({ search }, { replace: true });
  }, [asked.search, change, search]);

  const query = useMemo(
    () => ({ ...allowedQuery(asked, can), search: search === '' ? undefined : search }),
    [asked, can, search],
  );
  const answer = useListAccessKeysQuery(query, { refetchOnMountOrArgChange: true });

  // The last key of the last page is gone.
  const pagination = answer.data?.meta.pagination;
  const lastPage = Math.max(1, pagination?.pageCount ?? 1);
  useEffect(() => {
    if (!answer.isFetching && pagination !== undefined && pagination.page > lastPage) {
      change({ page: lastPage }, { replace: true });
    }
  }, [answer.isFetching, change, lastPage, pagination]);

  const filter = useMemo(() => filterOf(query), [query]);

  return {
    answer,
    linkTo,
    query,
    filter,
    search,
    wasCut,
    isFiltered: isFiltering(filter),
    cleanSearch: (text: string) => {
      const cut = cutTokens(text);
      setWasCut(cut !== text || (wasCut && cut !== ''));
      return cut;
    },
    onSearch: (text: string) => {
      if (text !== search) change({ search: text }, { replace: true });
    },
    onFilter: (name: string, values: readonly string[]) => {
      change({ [name]: values });
    },
    onClearPanel: () => {
      change(NO_PANEL_FILTER);
    },
    /** The same one again shows all keys. */
    onQuick: (quick: QuickFilter) => {
      change({ quick: quick === query.quick ? undefined : quick });
    },
    onSort: (sort: string) => {
      change({ sort });
    },
    onPageSize: (pageSize: number) => {
      change({ pageSize });
    },
    onClearFilters: () => {
      setWasCut(false);
      change(NO_FILTER);
    },
  };
};

export type KeysList = ReturnType<typeof useKeysList>;
