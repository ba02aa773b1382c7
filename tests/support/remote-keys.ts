/** Keys and rules of a playground in another process, as tests look them up and set them. */
import type {
  Key,
  keyEndpoints,
  NamingRule,
  ResponseOf,
  Settings,
  SettingsAnswer,
} from '../../contracts';
import { type RemoteAdmin } from './remote-admin';

/** The key with exactly this name. */
export const keyNamed = async (
  api: RemoteAdmin,
  name: string,
  type: Key['type'] = 'api-key',
): Promise<Key> => {
  const { body } = await api(`/keys?search=${name}&type=${type}`);
  const found = (body as ResponseOf<typeof keyEndpoints.list>).data.find(
    (key) => key.name === name,
  );
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
};

/** Holds one admin role, and no other, to names and to one API role. */
export const holdAdminRole = async (
  api: RemoteAdmin,
  adminRole: string,
  { roleName, ...rule }: NamingRule & { roleName: string },
): Promise<void> => {
  const { data } = (await api('/settings')).body as { data: SettingsAnswer };
  const role = data.choices.roles.find(({ name }) => name === roleName)?.id ?? '';
  const settings: Settings = {
    ...data.settings,
    namingRules: [{ adminRole, ...rule }],
    assignableRoles: [{ adminRole, roles: [role] }],
  };
  const { status } = await api('/settings', 'PUT', { settings, revision: data.revision });
  if (status !== 200) throw new Error(`The rules were not saved: ${String(status)}.`);
};
