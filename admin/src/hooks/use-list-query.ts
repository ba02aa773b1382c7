import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { type z } from 'zod';
import { type Patch, readQuery, writeQuery } from './list-query';

/** The state of a list as the URL holds it, so that a link or the back button gives it again. */
export const useListQuery = <S extends z.ZodType>(schema: S) => {
  const [search, setSearch] = useSearchParams();
  const query = useMemo(() => readQuery(schema, search), [schema, search]);
  const change = useCallback(
    (patch: Patch, options?: { replace?: boolean }) => {
      setSearch((current) => writeQuery(current, patch), options);
    },
    [setSearch],
  );
  /** The same list with other values, as a link leads to it. */
  const linkTo = useCallback(
    (patch: Patch) => ({ search: `?${writeQuery(search, patch).toString()}` }),
    [search],
  );
  return { query, change, linkTo };
};

export type ListState<S extends z.ZodType> = ReturnType<typeof useListQuery<S>>;
