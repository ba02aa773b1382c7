import { Box, Flex, Typography } from '@strapi/design-system';
import type { GrantableAction } from '../../../../contracts/permissions';
import type { Role } from '../../../../contracts/roles';
import { useListGrantableActionsQuery } from '../../api/roles';
import { useFormats } from '../../hooks/use-formats';
import { useT } from '../../translations/use-t';

interface RolesPreviewProps {
  roles: readonly Role[];
}

/** Names of actions by the name of their API, as in "Article" to "find, findOne". */
const byApi = (actions: readonly GrantableAction[], granted: readonly string[]) => {
  const groups = new Map<string, string[]>();
  for (const action of actions) {
    if (!granted.includes(action.action)) continue;
    groups.set(action.apiName, [...(groups.get(action.apiName) ?? []), action.name]);
  }
  return [...groups];
};

/** In a few words, what the chosen roles open. */
export const RolesPreview = ({ roles }: RolesPreviewProps) => {
  const t = useT();
  const { data } = useListGrantableActionsQuery(undefined, { skip: roles.length === 0 });
  if (roles.length === 0) {
    return (
      <Typography textColor="neutral600" tag="p">
        {t('key.roles.none')}
      </Typography>
    );
  }
  return (
    <Box background="neutral100" hasRadius padding={4}>
      <Typography variant="sigma" textColor="neutral600" tag="p">
        {t('key.roles.preview')}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2} paddingTop={2}>
        {roles.map((role) => (
          <li key={role.id}>
            <RoleSummary role={role} actions={data?.data ?? []} />
          </li>
        ))}
      </Flex>
    </Box>
  );
};

interface RoleSummaryProps {
  role: Role;
  actions: readonly GrantableAction[];
}

const RoleSummary = ({ role, actions }: RoleSummaryProps) => {
  const t = useT();
  const { list } = useFormats();
  const groups = byApi(actions, role.permissions);
  return (
    <>
      <Typography fontWeight="semiBold">{role.name}</Typography>
      <Typography textColor="neutral600">
        {' · '}
        {role.kind === 'custom'
          ? groups.length === 0
            ? t('role.opens.nothing')
            : groups.map(([api, names]) => `${api}: ${list(names)}`).join('; ')
          : t(`role.opens.${role.kind}`)}
        {role.drafts ? ` · ${t('role.opens.drafts')}` : ''}
      </Typography>
    </>
  );
};
