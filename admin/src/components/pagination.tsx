import {
  Dots,
  Flex,
  NextLink,
  PageLink,
  Pagination as PageNavigation,
  PreviousLink,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { Link, type To } from 'react-router-dom';
import type { BoundedPagination, Pagination } from '../../../contracts/common';
import { useT } from '../translations/use-t';
import { pagesAround } from './pages-around';

const SIZES = [10, 20, 50, 100];

interface ListPaginationProps {
  pagination: Pagination | BoundedPagination;
  linkTo: (page: number) => To;
  onPageSize: (pageSize: number) => void;
}

/** Page size and pages, as under Strapi's own tables. */
export const ListPagination = ({ pagination, linkTo, onPageSize }: ListPaginationProps) => {
  const t = useT();
  const { page, pageCount, pageSize, total } = pagination;
  // Of a list that was not counted to its end, there are pages behind the last known one.
  const isWhole = !('isTotalExact' in pagination) || pagination.isTotalExact;
  const lastPage = isWhole ? pageCount : Math.max(pageCount, page + 1);
  return (
    <Flex paddingTop={4} justifyContent="space-between" alignItems="flex-end" gap={4} wrap="wrap">
      <Flex gap={2}>
        <SingleSelect
          size="S"
          aria-label={t('pagination.page-size')}
          value={String(pageSize)}
          onChange={(size) => {
            onPageSize(Number(size));
          }}
        >
          {SIZES.map((size) => (
            <SingleSelectOption key={size} value={String(size)}>
              {size}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        <Typography textColor="neutral600">
          {t('pagination.page-size')} ·{' '}
          {isWhole ? t('pagination.total', { total }) : t('pagination.total.more', { total })}
        </Typography>
      </Flex>
      {pageCount > 1 ? (
        <PageNavigation activePage={page} pageCount={lastPage} label={t('pagination.label')}>
          <PreviousLink tag={Link} to={linkTo(Math.max(1, page - 1))}>
            {t('pagination.previous')}
          </PreviousLink>
          {pagesAround(page, pageCount).map((item) =>
            typeof item === 'number' ? (
              <PageLink key={item} number={item} tag={Link} to={linkTo(item)}>
                {t('pagination.page', { page: item })}
              </PageLink>
            ) : (
              <Dots key={item}>{t('pagination.between')}</Dots>
            ),
          )}
          <NextLink tag={Link} to={linkTo(Math.min(lastPage, page + 1))}>
            {t('pagination.next')}
          </NextLink>
        </PageNavigation>
      ) : null}
    </Flex>
  );
};
