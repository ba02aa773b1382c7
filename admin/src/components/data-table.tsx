import { Box, Flex, Typography } from '@strapi/design-system';
import { CaretDown } from '@strapi/icons';
import { type ReactNode } from 'react';
import { styled } from 'styled-components';
import { useT } from '../translations/use-t';

/*
 * The look of the design system's table on a plain HTML table. Its own is an ARIA grid, which has
 * one tab stop: menus and links in its rows can be reached with the arrow keys only.
 */

const Frame = styled(Box)`
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  overflow-x: auto;
`;

const Sheet = styled.table`
  width: 100%;
  border-collapse: collapse;

  th,
  td {
    padding: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[3]}`};
    text-align: start;
    vertical-align: middle;
  }

  th:first-child,
  td:first-child {
    padding-inline-start: ${({ theme }) => theme.spaces[5]};
  }

  th:last-child,
  td:last-child {
    padding-inline-end: ${({ theme }) => theme.spaces[4]};
  }

  th {
    height: 5.6rem;
    white-space: nowrap;
  }

  tbody tr {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

interface DataTableProps {
  /** What a screen reader calls the table. */
  label: string;
  head: ReactNode;
  children: ReactNode;
  isBusy?: boolean;
}

export const DataTable = ({ label, head, children, isBusy = false }: DataTableProps) => (
  <Frame
    background="neutral0"
    shadow="tableShadow"
    hasRadius
    tabIndex={0}
    role="region"
    aria-label={label}
  >
    <Sheet aria-busy={isBusy} aria-label={label}>
      <thead>
        <tr>{head}</tr>
      </thead>
      <tbody>{children}</tbody>
    </Sheet>
  </Frame>
);

/** A row that leads somewhere when clicked; its first cell holds the link for everyone else. */
export const ClickableRow = styled.tr`
  cursor: pointer;

  &:hover {
    background: ${({ theme }) => theme.colors.neutral100};
  }
`;

interface HeadCellProps {
  children: ReactNode;
}

export const HeadCell = ({ children }: HeadCellProps) => (
  <th scope="col">
    <Typography variant="sigma" textColor="neutral600">
      {children}
    </Typography>
  </th>
);

const SortButton = styled.button`
  background: transparent;
  border: 0;
  padding: 0;
  cursor: pointer;
  color: inherit;
`;

const Direction = styled(CaretDown)<{ $up: boolean }>`
  transform: rotate(${({ $up }) => ($up ? '180deg' : '0deg')});
`;

interface SortableHeadCellProps {
  label: string;
  field: string;
  /** As in the URL: `name:asc`. */
  sort: string;
  /** The order of the first click. */
  first?: 'asc' | 'desc';
  onSort: (sort: string) => void;
}

export const SortableHeadCell = ({
  label,
  field,
  sort,
  first = 'asc',
  onSort,
}: SortableHeadCellProps) => {
  const t = useT();
  const order = sort === `${field}:asc` ? 'asc' : sort === `${field}:desc` ? 'desc' : null;
  const next = order === null ? first : order === 'asc' ? 'desc' : 'asc';
  return (
    <th
      scope="col"
      aria-sort={order === null ? undefined : order === 'asc' ? 'ascending' : 'descending'}
    >
      <SortButton
        type="button"
        title={t('table.sort-by', { label })}
        onClick={() => {
          onSort(`${field}:${next}`);
        }}
      >
        <Flex gap={1} tag="span">
          <Typography variant="sigma" textColor="neutral600">
            {label}
          </Typography>
          {order === null ? null : <Direction $up={order === 'asc'} aria-hidden />}
        </Flex>
      </SortButton>
    </th>
  );
};
