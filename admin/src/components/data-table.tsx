import { Box, Flex, Typography } from '@strapi/design-system';
import { CaretDown } from '@strapi/icons';
import { type ReactNode, useRef } from 'react';
import { css, styled } from 'styled-components';
import { useOverflow } from '../hooks/use-overflow';
import { useT } from '../translations/use-t';

/*
 * The look of the design system's table on a plain HTML table. Its own is an ARIA grid, which has
 * one tab stop: menus and links in its rows can be reached with the arrow keys only.
 */

const Frame = styled(Box)`
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  overflow-x: auto;
`;

/** Options stay in reach where the table is wider than the page. */
const PINNED = css<{ $hasMore: boolean }>`
  th:last-child,
  td:last-child {
    padding-inline-end: ${({ theme }) => theme.spaces[4]};
    position: sticky;
    inset-inline-end: 0;
  }

  /* A shade before them, light on dark and dark on light, while there is more to scroll to. */
  th:last-child::before,
  td:last-child::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-end: 100%;
    width: ${({ theme }) => theme.spaces[7]};
    background: linear-gradient(
      to left,
      ${({ theme }) => `color-mix(in srgb, ${theme.colors.neutral500} 50%, transparent)`},
      transparent
    );
    opacity: ${({ $hasMore }) => ($hasMore ? 1 : 0)};
    pointer-events: none;

    @media (prefers-reduced-motion: no-preference) {
      transition: opacity 0.15s;
    }
  }

  [dir='rtl'] & th:last-child::before,
  [dir='rtl'] & td:last-child::before {
    transform: scaleX(-1);
  }
`;

const Sheet = styled.table<{ $hasMore: boolean; $hasOptions: boolean }>`
  width: 100%;
  border-collapse: collapse;

  th,
  td {
    padding: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[2]}`};
    text-align: start;
    vertical-align: middle;
    background: inherit;
  }

  th:first-child,
  td:first-child {
    padding-inline-start: ${({ theme }) => theme.spaces[5]};
  }

  ${({ $hasOptions }) => ($hasOptions ? PINNED : '')}

  th {
    height: 5.6rem;
  }

  td {
    white-space: nowrap;
  }

  tr {
    background: ${({ theme }) => theme.colors.neutral0};
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
  /** Whether the last column holds the options of a row. */
  hasOptions?: boolean;
}

export const DataTable = ({
  label,
  head,
  children,
  isBusy = false,
  hasOptions = true,
}: DataTableProps) => {
  const frame = useRef<HTMLDivElement>(null);
  const { overflows, hasMore } = useOverflow(frame);
  // What scrolls must be reachable by keyboard, and then needs a name.
  const scrolling = overflows ? { tabIndex: 0, role: 'region', 'aria-label': label } : {};
  return (
    <Frame ref={frame} background="neutral0" shadow="tableShadow" hasRadius {...scrolling}>
      <Sheet aria-busy={isBusy} aria-label={label} $hasMore={hasMore} $hasOptions={hasOptions}>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </Sheet>
    </Frame>
  );
};

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
  text-align: start;
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
