import { useMemo } from 'react';
import type { Key } from '../../../../../contracts/keys';
import { useListAllAccessRolesQuery, useListGrantableActionsQuery } from '../../../api/roles';
import type { Can } from '../../../hooks/use-permissions';
import { actionsOn } from '../key-actions';
import type { AdviceContext } from './denial-advice';

/** What advice about denials depends on. */
export const useAdviceContext = (value: Key, can: Can): AdviceContext => {
  const mayAssign = can('get-role') && can('update');
  const roles = useListAllAccessRolesQuery(undefined, { skip: !mayAssign });
  const permissions = useListGrantableActionsQuery(undefined, { skip: !mayAssign });
  return useMemo(
    () => ({
      value,
      actions: actionsOn(value, can),
      roles: roles.data ?? [],
      readOnly: new Set(
        (permissions.data?.data ?? [])
          .filter(({ readOnly }) => readOnly)
          .map(({ action }) => action),
      ),
      mayMakeRoles: roles.data !== undefined && can('create-role'),
      mayEditRoles: can('update-role'),
    }),
    [can, permissions.data, roles.data, value],
  );
};
