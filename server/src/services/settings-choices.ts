import type { Core } from '@strapi/strapi';
import { ROLE_UID, type SettingsAnswer } from '../../../contracts';
import { allAdminRoles } from './admin-roles';

/** The admin roles and the API roles that there are, by name. */
export const settingsChoices = async (strapi: Core.Strapi): Promise<SettingsAnswer['choices']> => {
  const roles = (await strapi.db
    .query(ROLE_UID)
    .findMany({ select: ['documentId', 'name'], orderBy: [{ name: 'asc' }] })) as {
    documentId: string;
    name: string;
  }[];
  return {
    adminRoles: await allAdminRoles(strapi),
    roles: roles.map(({ documentId, name }) => ({ id: documentId, name })),
  };
};
