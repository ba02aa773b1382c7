import { Badge, Box, IconButton, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { Eye, Pencil, Trash } from '@strapi/icons';
import { type MouseEvent, useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { styled } from 'styled-components';
import type { Role } from '../../../../contracts/roles';
import { ClickableRow, DataTable, HeadCell, SortableHeadCell } from '../../components/data-table';
import { Mono } from '../../components/mono';
import { TableSkeleton } from '../../components/table-skeleton';
import { useFormats } from '../../hooks/use-formats';
import type { Can } from '../../hooks/use-permissions';
import { cameFrom } from '../../hooks/use-return';
import { useT } from '../../translations/use-t';
import { DeleteRoleDialog } from './delete-role-dialog';
import { rolePaths } from './paths';

const NameLink = styled(Link)`
  color: inherit;
  text-decoration: none;

  &:hover {
    text-decoration: underline;
  }
`;

interface RolesTableProps {
  /** Absent until the first answer. */
  roles: readonly Role[] | undefined;
  isBusy: boolean;
  sort: string;
  onSort: (sort: string) => void;
  can: Can;
}

export const RolesTable = ({ roles, isBusy, sort, onSort, can }: RolesTableProps) => {
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
          roles.map((role) => <RoleRow key={role.id} role={role} can={can} onDelete={setDoomed} />)
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
  onDelete: (role: Role) => void;
}

const RoleRow = ({ role, can, onDelete }: RoleRowProps) => {
  const t = useT();
  const { number } = useFormats();
  const navigate = useNavigate();
  const path = rolePaths.edit(role.id);
  const here = cameFrom(rolePaths.list);
  const mayUpdate = can('update-role');
  return (
    <ClickableRow
      onClick={() => {
        navigate(path, { state: here });
      }}
    >
      <td>
        <Box maxWidth="36rem">
          <Typography tag="div" fontWeight="semiBold" ellipsis>
            <NameLink to={path} state={here} onClick={stay}>
              {role.name}
            </NameLink>
          </Typography>
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
        <Badge>{t(`role.kind.${role.kind}`)}</Badge>
      </td>
      <td>
        <Typography>{number(role.keyCount)}</Typography>
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
          {can('delete-role') ? (
            <IconButton
              variant="ghost"
              label={t('role.delete-named', { name: role.name })}
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
