import { Checkbox, VisuallyHidden } from '@strapi/design-system';
import { useState } from 'react';
import type { Key } from '../../../../contracts/keys';
import { DataTable, HeadCell, SortableHeadCell } from '../../components/data-table';
import { TableSkeleton } from '../../components/table-skeleton';
import type { Can } from '../../hooks/use-permissions';
import { useT } from '../../translations/use-t';
import { type KeyEnding, KeyEndingDialog } from './key-ending-dialog';
import { KeyRow } from './key-row';
import type { KeySelection } from './use-selection';

interface KeysTableProps {
  /** Absent until the first answer. */
  keys: readonly Key[] | undefined;
  isBusy: boolean;
  sort: string;
  onSort: (sort: string) => void;
  can: Can;
  /** Absent where the viewer can do nothing with chosen keys. */
  selection: KeySelection | null;
}

const COLUMNS = 9;

export const KeysTable = ({ keys, isBusy, sort, onSort, can, selection }: KeysTableProps) => {
  const t = useT();
  const [ending, setEnding] = useState<KeyEnding | null>(null);
  const sorting = { sort, onSort };
  return (
    <>
      <DataTable
        label={t('keys.title')}
        isBusy={isBusy}
        head={
          <>
            {selection === null ? null : (
              <th scope="col">
                <Checkbox
                  aria-label={t('keys.select.page')}
                  disabled={keys === undefined}
                  checked={selection.head}
                  onCheckedChange={(isOn) => {
                    selection.togglePage(isOn === true);
                  }}
                />
              </th>
            )}
            <SortableHeadCell label={t('key.name')} field="name" {...sorting} />
            <SortableHeadCell label={t('key.access-id')} field="accessId" {...sorting} />
            <HeadCell>{t('key.tags')}</HeadCell>
            <HeadCell>{t('key.type')}</HeadCell>
            <SortableHeadCell label={t('key.expires-at')} field="expiresAt" {...sorting} />
            <HeadCell>{t('key.status')}</HeadCell>
            <SortableHeadCell
              label={t('key.last-used')}
              field="lastUsedAt"
              first="desc"
              {...sorting}
            />
            <SortableHeadCell label={t('key.usage')} field="usageCount" first="desc" {...sorting} />
            <HeadCell>
              <VisuallyHidden>{t('table.actions')}</VisuallyHidden>
            </HeadCell>
          </>
        }
      >
        {keys === undefined ? (
          <TableSkeleton columns={selection === null ? COLUMNS : COLUMNS + 1} />
        ) : (
          keys.map((key) => (
            <KeyRow key={key.id} value={key} can={can} selection={selection} onEnd={setEnding} />
          ))
        )}
      </DataTable>
      <KeyEndingDialog
        ending={ending}
        onClose={() => {
          setEnding(null);
        }}
        onDone={({ target }) => {
          selection?.remove([target.id]);
        }}
      />
    </>
  );
};
