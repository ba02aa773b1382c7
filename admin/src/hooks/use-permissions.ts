import { useRBAC } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { ADMIN_ACTIONS, type AdminAction, actionUid, isAdminAction } from '../../../contracts/ids';

/** What `useRBAC` and `Page.Protect` take. `subject` has to be there, as `null`. */
export const permissionTo = (action: AdminAction) => ({ action: actionUid(action), subject: null });

const EVERY_PERMISSION = Object.keys(ADMIN_ACTIONS).filter(isAdminAction).map(permissionTo);

/** The name under which `useRBAC` answers: `create-api-access` becomes `canCreateApiAccess`. */
const answerName = (action: AdminAction) =>
  `can${action
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}`;

export type Can = (action: AdminAction) => boolean;

/** What the viewer may do here. The server decides again on every request. */
export const usePermissions = (): { can: Can; isLoading: boolean } => {
  const { allowedActions, isLoading } = useRBAC(EVERY_PERMISSION);
  const can = useCallback<Can>(
    (action) => allowedActions[answerName(action)] === true,
    [allowedActions],
  );
  return { can, isLoading };
};
