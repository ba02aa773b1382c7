import { useEffect, useState } from 'react';
import { KEY_STATUSES, type KeyStatus, listKeysQuery } from '../../../../contracts/keys';
import { useListAccessKeysQuery } from '../../api/keys';
import { useListQuery } from '../../hooks/use-list-query';
import { cutTokens } from './cut-tokens';

/** `default` hides revoked keys, as the server does where no status is asked for. */
export type StatusChoice = KeyStatus | 'default' | 'all';

const choiceOf = (status: readonly KeyStatus[] | undefined): StatusChoice => {
  if (status === undefined || status.length === 0) return 'default';
  return status.length === 1 && status[0] !== undefined ? status[0] : 'all';
};

const statusesOf = (choice: StatusChoice): readonly KeyStatus[] => {
  if (choice === 'default') return [];
  return choice === 'all' ? KEY_STATUSES : [choice];
};

/** State of the list page: what the URL asks for, what the server answers, what a person does. */
export const useKeysList = () => {
  const { query, change, linkTo } = useListQuery(listKeysQuery);
  const [wasCut, setWasCut] = useState(false);
  const search = cutTokens(query.search ?? '');

  // Somebody followed a link with a token in it: it goes from the URL as well.
  useEffect(() => {
    if (search !== (query.search ?? '')) change({ search }, { replace: true });
  }, [change, query.search, search]);

  const answer = useListAccessKeysQuery(
    { ...query, search: search === '' ? undefined : search },
    { refetchOnMountOrArgChange: true },
  );

  // The last key of the last page is gone.
  const pagination = answer.data?.meta.pagination;
  const lastPage = Math.max(1, pagination?.pageCount ?? 1);
  useEffect(() => {
    if (!answer.isFetching && pagination !== undefined && pagination.page > lastPage) {
      change({ page: lastPage }, { replace: true });
    }
  }, [answer.isFetching, change, lastPage, pagination]);

  return {
    answer,
    linkTo,
    search,
    wasCut,
    sort: query.sort,
    status: choiceOf(query.status),
    isFiltered: search !== '' || query.status !== undefined,
    cleanSearch: (text: string) => {
      const cut = cutTokens(text);
      setWasCut(cut !== text || (wasCut && cut !== ''));
      return cut;
    },
    onSearch: (text: string) => {
      if (text !== search) change({ search: text }, { replace: true });
    },
    onStatus: (choice: StatusChoice) => {
      change({ status: statusesOf(choice) });
    },
    onSort: (sort: string) => {
      change({ sort });
    },
    onPageSize: (pageSize: number) => {
      change({ pageSize });
    },
    onClearFilters: () => {
      setWasCut(false);
      change({ search: undefined, status: undefined });
    },
  };
};
