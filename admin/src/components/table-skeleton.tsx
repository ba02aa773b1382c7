import { VisuallyHidden } from '@strapi/design-system';
import { useT } from '../translations/use-t';
import { SkeletonBar } from './skeleton-bar';

interface TableSkeletonProps {
  columns: number;
  rows?: number;
}

/** Rows that stand where the data will be. */
export const TableSkeleton = ({ columns, rows = 5 }: TableSkeletonProps) => {
  const t = useT();
  return Array.from({ length: rows }, (_row, row) => (
    <tr key={row}>
      {Array.from({ length: columns }, (_column, column) => (
        <td key={column}>
          {row === 0 && column === 0 ? <VisuallyHidden>{t('table.loading')}</VisuallyHidden> : null}
          <SkeletonBar />
        </td>
      ))}
    </tr>
  ));
};
