import { Button } from '@strapi/design-system';
import { EmptyState } from '../../components/empty-state';
import type { Can } from '../../hooks/use-permissions';
import { useT } from '../../translations/use-t';
import { FirstVisit } from './first-visit';

interface KeysEmptyProps {
  /** Whether there is no key at all, revoked ones included. */
  isFirstVisit: boolean;
  isFiltered: boolean;
  can: Can;
  onClearFilters: () => void;
  onShowRevoked: () => void;
}

/** In place of the table: none yet, none that matches, or none that still works. */
export const KeysEmpty = ({
  isFirstVisit,
  isFiltered,
  can,
  onClearFilters,
  onShowRevoked,
}: KeysEmptyProps) => {
  const t = useT();
  if (isFirstVisit) {
    return can('create-api-access') ? (
      <FirstVisit can={can} />
    ) : (
      <EmptyState content={t('keys.none-yet.read-only')} />
    );
  }
  return isFiltered ? (
    <EmptyState
      content={t('keys.none-matches')}
      action={
        <Button variant="secondary" onClick={onClearFilters}>
          {t('keys.clear-filters')}
        </Button>
      }
    />
  ) : (
    <EmptyState
      content={t('keys.none-alive')}
      action={
        <Button variant="secondary" onClick={onShowRevoked}>
          {t('keys.show-revoked')}
        </Button>
      }
    />
  );
};
