import { Box, IconButton, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { Duplicate, Eye, Pencil, Trash } from '@strapi/icons';
import { type MouseEvent, useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { styled } from 'styled-components';
import { KEY_TYPES } from '../../../../contracts/keys';
import type { Role } from '../../../../contracts/roles';
import { ClickableRow, DataTable, HeadCell, SortableHeadCell } from '../../components/data-table';
import { Mono } from '../../components/mono';
import { TableSkeleton } from '../../components/table-skeleton';
import { useFormats } from '../../hooks/use-formats';
import type { Can } from '../../hooks/use-permissions';
import { cameFrom } from '../../hooks/use-return';
import { useT } from '../../translations/use-t';
import { keyPaths } from '../keys/paths';
import { DeleteRoleDialog } from './delete-role-dialog';
import { Flag } from './flag';
import { rolePaths } from './paths';

const NameLink = styled(Link)`
  color: inherit;
  text-decoration: none;

  &:hover {
    text-decoration: underline;
  }
`;

const NumberLink = styled(Link)`
  color: ${({ theme }) => theme.colors.primary600};
  font-size: 1.4rem;
`;

/** Personal tokens count as well, which the list shows only when asked for. */
const EVERY_TYPE = KEY_TYPES.map((type) => `type=${type}`).join('&');

interface RolesTableProps {
  /** Absent until the first answer. */
  roles: readonly Role[] | undefined;
  isBusy: boolean;
  sort: string;
  onSort: (sort: string) => void;
  can: Can;
  mayCreate: boolean;
}

export const RolesTable = ({ roles, isBusy, sort, onSort, can, mayCreate }: RolesTableProps) => {
  const t = useT();
  const [doomed, setDoomed] = useState<Role | null>(null);
  return (
    <>
      <DataTable
        label={t('roles.title')}
        isBusy={isBusy}
        head={
          <>
            <SortableHeadCell label={t('role.name')} field="name" sort={sort} onSort={onSort} />
            <HeadCell>{t('role.code')}</HeadCell>
            <HeadCell>{t('role.kind')}</HeadCell>
            <HeadCell>{t('role.keys')}</HeadCell>
            <HeadCell>{t('role.drafts')}</HeadCell>
            <HeadCell>
              <VisuallyHidden>{t('table.actions')}</VisuallyHidden>
            </HeadCell>
          </>
        }
      >
        {roles === undefined ? (
          <TableSkeleton columns={6} />
        ) : (
          roles.map((role) => (
            <RoleRow
              key={role.id}
              role={role}
              can={can}
              mayCreate={mayCreate}
              onDelete={setDoomed}
            />
          ))
        )}
      </DataTable>
      <DeleteRoleDialog
        role={doomed}
        onClose={() => {
          setDoomed(null);
        }}
      />
    </>
  );
};

/** What is clicked leads somewhere of its own. */
const stay = (event: MouseEvent) => {
  event.stopPropagation();
};

interface RoleRowProps {
  role: Role;
  can: Can;
  mayCreate: boolean;
  onDelete: (role: Role) => void;
}

const RoleRow = ({ role, can, mayCreate, onDelete }: RoleRowProps) => {
  const t = useT();
  const { number } = useFormats();
  const navigate = useNavigate();
  const path = rolePaths.edit(role.id);
  const here = cameFrom(rolePaths.list);
  const mayUpdate = can('update-role') && role.assignable && !role.declared;
  return (
    <ClickableRow
      onClick={() => {
        navigate(path, { state: here });
      }}
    >
      <td>
        <Box maxWidth="36rem">
          <Flex gap={2}>
            <Typography tag="div" fontWeight="semiBold" ellipsis>
              <NameLink to={path} state={here} onClick={stay}>
                {role.name}
              </NameLink>
            </Typography>
            {role.declared ? (
              <Flag kind="neutral" hint={t('role.declared.hint')}>
                {t('role.declared')}
              </Flag>
            ) : null}
          </Flex>
          {role.description === null ? null : (
            <Typography tag="div" variant="pi" textColor="neutral600" ellipsis>
              {role.description}
            </Typography>
          )}
        </Box>
      </td>
      <td>
        <Mono>{role.code}</Mono>
      </td>
      <td>
        <Flag kind="neutral">{t(`role.kind.${role.kind}`)}</Flag>
      </td>
      <td onClick={role.keyCount > 0 ? stay : undefined}>
        {role.keyCount > 0 && can('read') ? (
          <NumberLink
            to={`${keyPaths.list}?roles=${encodeURIComponent(role.id)}&${EVERY_TYPE}`}
            aria-label={t('role.keys.show', { count: role.keyCount, name: role.name })}
          >
            {number(role.keyCount)}
          </NumberLink>
        ) : (
          <Typography>{number(role.keyCount)}</Typography>
        )}
      </td>
      <td>
        <Typography>{t(role.drafts ? 'role.drafts.yes' : 'role.drafts.no')}</Typography>
      </td>
      <td onClick={stay}>
        <Flex gap={1} justifyContent="flex-end">
          <IconButton
            tag={Link}
            to={path}
            state={here}
            variant="ghost"
            label={t(mayUpdate ? 'role.edit-named' : 'role.view-named', { name: role.name })}
          >
            {mayUpdate ? <Pencil /> : <Eye />}
          </IconButton>
          {mayCreate ? (
            <IconButton
              tag={Link}
              to={rolePaths.duplicate(role.id)}
              state={here}
              variant="ghost"
              label={t('role.duplicate-named', { name: role.name })}
            >
              <Duplicate />
            </IconButton>
          ) : null}
          {can('delete-role') ? (
            <IconButton
              variant="ghost"
              disabled={role.declared}
              label={t(role.declared ? 'role.delete.declared' : 'role.delete-named', {
                name: role.name,
              })}
              onClick={() => {
                onDelete(role);
              }}
            >
              <Trash />
            </IconButton>
          ) : null}
        </Flex>
      </td>
    </ClickableRow>
  );
};
