import { VisuallyHidden } from '@strapi/design-system';
import { keyframes, styled } from 'styled-components';
import { useT } from '../translations/use-t';

const pulse = keyframes`
  50% { opacity: 0.4; }
`;

const Bar = styled.span`
  display: block;
  height: 1.2rem;
  margin-block: 1rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral150};

  @media (prefers-reduced-motion: no-preference) {
    animation: ${pulse} 1.6s ease-in-out infinite;
  }
`;

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
          <Bar aria-hidden />
        </td>
      ))}
    </tr>
  ));
};
