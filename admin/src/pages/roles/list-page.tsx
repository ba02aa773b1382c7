import { Box, Button, LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { listRolesQuery } from '../../../../contracts/roles';
import { useListAccessRolesQuery } from '../../api/roles';
import { EmptyState } from '../../components/empty-state';
import { ErrorState } from '../../components/error-state';
import { Guarded } from '../../components/guarded';
import { Notice } from '../../components/notice';
import { ListPagination } from '../../components/pagination';
import { SearchField } from '../../components/search-field';
import { useListQuery } from '../../hooks/use-list-query';
import { usePermissions } from '../../hooks/use-permissions';
import { cameFrom } from '../../hooks/use-return';
import { useT } from '../../translations/use-t';
import { rolePaths } from './paths';
import { RolesTable } from './roles-table';

/** Says why nothing can be created. */
const HELD_NOTICE = 'roles-held';

const RolesList = () => {
  const t = useT();
  const { can, isLoading } = usePermissions();
  const { query, change, linkTo } = useListQuery(listRolesQuery);
  const { data, error, isFetching, refetch } = useListAccessRolesQuery(query, {
    refetchOnMountOrArgChange: true,
  });

  if (isLoading) return <Page.Loading />;

  const search = query.search ?? '';
  const failed = error !== undefined && !isFetching;
  const isEmpty = data?.data.length === 0 && !isFetching;
  const isHeld = can('create-role') && data?.meta.mayCreate === false;
  const createLink = isHeld ? (
    <Button disabled startIcon={<Plus />} size="S" aria-describedby={HELD_NOTICE}>
      {t('roles.create')}
    </Button>
  ) : can('create-role') ? (
    <LinkButton
      tag={Link}
      to={rolePaths.create}
      state={cameFrom(rolePaths.list)}
      startIcon={<Plus />}
      size="S"
    >
      {t('roles.create')}
    </LinkButton>
  ) : null;

  return (
    <Page.Main aria-busy={isFetching}>
      <Page.Title>{t('roles.title')}</Page.Title>
      <Layouts.Header
        title={t('roles.title')}
        subtitle={t('roles.subtitle')}
        primaryAction={createLink}
      />
      <Layouts.Action
        startActions={
          <SearchField
            label={t('roles.search')}
            placeholder={t('roles.search')}
            value={search}
            onSearch={(text) => {
              if (text !== search) change({ search: text }, { replace: true });
            }}
          />
        }
      />
      <Layouts.Content>
        {isHeld ? (
          <Box id={HELD_NOTICE} paddingBottom={4}>
            <Notice kind="info">{t('roles.held')}</Notice>
          </Box>
        ) : null}
        {failed ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : isEmpty ? (
          search === '' ? (
            <EmptyState content={t('roles.none-yet')} action={isHeld ? undefined : createLink} />
          ) : (
            <EmptyState
              content={t('roles.none-matches')}
              action={
                <Button
                  variant="secondary"
                  onClick={() => {
                    change({ search: undefined });
                  }}
                >
                  {t('search.clear')}
                </Button>
              }
            />
          )
        ) : (
          <RolesTable
            roles={data?.data}
            isBusy={isFetching}
            sort={query.sort}
            onSort={(sort) => {
              change({ sort });
            }}
            can={can}
            mayCreate={data?.meta.mayCreate === true}
          />
        )}
        {data === undefined || failed || data.data.length === 0 ? null : (
          <ListPagination
            pagination={data.meta.pagination}
            linkTo={(page) => linkTo({ page })}
            onPageSize={(pageSize) => {
              change({ pageSize });
            }}
          />
        )}
      </Layouts.Content>
    </Page.Main>
  );
};

const ListPage = () => (
  <Guarded title="roles.title" anyOf={['get-role']}>
    <RolesList />
  </Guarded>
);

export default ListPage;
