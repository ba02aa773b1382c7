import { Box, Checkbox, Flex, Searchbar, Typography } from '@strapi/design-system';
import type { GrantableAction } from '../../../../contracts/permissions';
import { useT } from '../../translations/use-t';
import type { ActionGroup } from './grouped-actions';

interface PickerToolsProps {
  search: string;
  onSearch: (search: string) => void;
  /** What matches the search. */
  groups: readonly ActionGroup[];
  granted: ReadonlySet<string>;
  offered: readonly GrantableAction[];
  /** How many actions the app has. */
  all: number;
  /** Whether actions are looked at, not chosen. */
  isFixed: boolean;
  onGrant: (actions: readonly string[], isGranted: boolean) => void;
}

/** Search, how much is granted, and all that match at once. */
export const PickerTools = ({
  search,
  onSearch,
  groups,
  granted,
  offered,
  all,
  isFixed,
  onGrant,
}: PickerToolsProps) => {
  const t = useT();
  const matching = groups.flatMap(({ actions }) => actions.map(({ action }) => action));
  const chosen = matching.filter((action) => granted.has(action)).length;
  const isSearching = search.trim() !== '';
  return (
    <Flex justifyContent="space-between" gap={4} wrap="wrap">
      <Box width={{ initial: '100%', small: '32rem' }} role="search">
        <Searchbar
          name="search-actions"
          size="S"
          value={search}
          placeholder={t('role.permissions.search')}
          clearLabel={t('search.clear')}
          onClear={() => {
            onSearch('');
          }}
          onChange={(event) => {
            onSearch(event.target.value);
          }}
          onKeyDown={(event) => {
            // Enter searches here; it must not save the role.
            if (event.key === 'Enter') event.preventDefault();
          }}
        >
          {t('role.permissions.search')}
        </Searchbar>
      </Box>
      <Flex gap={4} wrap="wrap">
        <Typography textColor="neutral600" aria-live="polite">
          {isSearching
            ? t('role.permissions.found', { count: matching.length })
            : t('role.permissions.count', {
                granted: offered.filter(({ action }) => granted.has(action)).length,
                all,
              })}
        </Typography>
        {isFixed || matching.length === 0 ? null : (
          <Checkbox
            checked={chosen === 0 ? false : chosen === matching.length ? true : 'indeterminate'}
            onCheckedChange={() => {
              onGrant(matching, chosen < matching.length);
            }}
          >
            {isSearching
              ? t('role.permissions.select-matching', { count: matching.length })
              : t('role.permissions.select-everything', { count: matching.length })}
          </Checkbox>
        )}
      </Flex>
    </Flex>
  );
};
