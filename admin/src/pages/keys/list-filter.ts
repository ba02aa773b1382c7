import type { KeyFilter, ListKeysQuery } from '../../../../contracts/keys';
import type { Can } from '../../hooks/use-permissions';

/** Fields of the filter panel, as the URL names them. */
export const PANEL_FILTERS = ['status', 'type', 'roles', 'tags', 'author', 'issuedBy'] as const;

/** A patch of the URL that takes every filter and the search away. */
export const NO_FILTER: Record<(typeof PANEL_FILTERS)[number] | 'search' | 'quick', undefined> = {
  search: undefined,
  quick: undefined,
  status: undefined,
  type: undefined,
  roles: undefined,
  tags: undefined,
  author: undefined,
  issuedBy: undefined,
};

/** Which keys a list's query asks for, without their order and page. */
export const filterOf = ({
  search,
  status,
  type,
  roles,
  tags,
  author,
  issuedBy,
  quick,
}: ListKeysQuery): KeyFilter => ({ search, status, type, roles, tags, author, issuedBy, quick });

/** Whether a filter leaves anything out that the list would show by itself. */
export const isFiltering = (filter: KeyFilter): boolean =>
  Object.values<readonly string[] | string | undefined>(filter).some(
    (value) => value !== undefined && value.length > 0,
  );

/**
 * What of a query its viewer may ask for: whoever cannot see API roles cannot filter by them,
 * though a link that somebody else sent does.
 */
export const allowedQuery = (query: ListKeysQuery, can: Can): ListKeysQuery => {
  if (can('get-role')) return query;
  const { quick } = query;
  return { ...query, roles: undefined, quick: quick === 'full-access' ? undefined : quick };
};
