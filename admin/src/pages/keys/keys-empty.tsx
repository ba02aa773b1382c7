import { Button, LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Link } from 'react-router-dom';
import { EmptyState } from '../../components/empty-state';
import { useT } from '../../translations/use-t';
import { keyPaths } from './paths';

interface KeysEmptyProps {
  isFiltered: boolean;
  mayCreate: boolean;
  onClearFilters: () => void;
}

/** In place of the table: none yet, or none that matches. */
export const KeysEmpty = ({ isFiltered, mayCreate, onClearFilters }: KeysEmptyProps) => {
  const t = useT();
  if (isFiltered) {
    return (
      <EmptyState
        content={t('keys.none-matches')}
        action={
          <Button variant="secondary" onClick={onClearFilters}>
            {t('keys.clear-filters')}
          </Button>
        }
      />
    );
  }
  if (!mayCreate) return <EmptyState content={t('keys.none-yet.read-only')} />;
  return (
    <EmptyState
      content={t('keys.none-yet')}
      action={
        <LinkButton tag={Link} to={keyPaths.create} variant="secondary" startIcon={<Plus />}>
          {t('keys.create-first')}
        </LinkButton>
      }
    />
  );
};
