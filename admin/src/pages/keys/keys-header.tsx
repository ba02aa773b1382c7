import { Button, LinkButton } from '@strapi/design-system';
import { Plus, PriceTag } from '@strapi/icons';
import { Layouts } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { FilterButton } from '../../components/filters/filter-button';
import { SearchField } from '../../components/search-field';
import type { Can } from '../../hooks/use-permissions';
import { useT } from '../../translations/use-t';
import { ExportButton } from './export-button';
import { filterOf } from './list-filter';
import { keyPaths } from './paths';
import { TagsDialog } from './tags/tags-dialog';
import type { useKeyFilters } from './use-key-filters';
import type { KeysList } from './use-keys-list';

/** Id of the button that opens the filter panel. */
export const FILTER_BUTTON = 'keys-filters';

interface KeysHeaderProps {
  can: Can;
  list: KeysList;
  filters: ReturnType<typeof useKeyFilters>;
  /** Whether there is nothing to search and to filter. */
  isBare: boolean;
}

/** Title, primary action, search and filters of the list. */
export const KeysHeader = ({ can, list, filters, isBare }: KeysHeaderProps) => {
  const t = useT();
  const [isTagging, setTagging] = useState(false);
  return (
    <>
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
      {isBare ? null : (
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
              <FilterButton
                id={FILTER_BUTTON}
                fields={filters.fields}
                onChange={list.onFilter}
                onClear={list.onClearPanel}
                onOpen={filters.onOpen}
              />
            </>
          }
          endActions={
            <>
              {can('manage-tags') ? (
                <Button
                  id="keys-tags"
                  variant="tertiary"
                  size="S"
                  startIcon={<PriceTag />}
                  onClick={() => {
                    setTagging(true);
                  }}
                >
                  {t('tags.manage')}
                </Button>
              ) : null}
              <ExportButton query={{ ...filterOf(list.query), sort: list.query.sort }} />
            </>
          }
        />
      )}
      <TagsDialog
        isOpen={isTagging}
        onClose={() => {
          setTagging(false);
        }}
        returnFocus={() => document.getElementById('keys-tags')?.focus()}
      />
    </>
  );
};
