import { Box, Field, Flex, Loader, Searchbar, Typography } from '@strapi/design-system';
import { useMemo, useState } from 'react';
import type { GrantableAction } from '../../../../contracts/permissions';
import { useListGrantableActionsQuery } from '../../api/roles';
import { ErrorState } from '../../components/error-state';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { useT } from '../../translations/use-t';
import { ActionGroupCard } from './action-group-card';
import { DeadActions } from './dead-actions';
import { deadActions, groupActions, withActions } from './grouped-actions';
import type { RoleFormState } from './use-role-form';

interface RolePermissionsProps {
  form: RoleFormState;
  isReadOnly: boolean;
}

/** What a role opens: chosen one by one for a custom role, told for the other kinds. */
export const RolePermissions = ({ form, isReadOnly }: RolePermissionsProps) => {
  const t = useT();
  const { data, error, refetch } = useListGrantableActionsQuery(undefined);
  const { kind } = form.values;

  if (error !== undefined) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Panel title={t('role.permissions')} hint={t(`role.permissions.${kind}`)}>
      {data === undefined ? (
        <Flex justifyContent="center" padding={6}>
          <Loader>{t('table.loading')}</Loader>
        </Flex>
      ) : kind === 'full-access' ? (
        <Notice kind="warning">{t('role.full-access.warning')}</Notice>
      ) : (
        <PermissionPicker actions={data.data} form={form} isReadOnly={isReadOnly} />
      )}
    </Panel>
  );
};

interface PermissionPickerProps extends RolePermissionsProps {
  actions: readonly GrantableAction[];
}

const PermissionPicker = ({ actions, form, isReadOnly }: PermissionPickerProps) => {
  const t = useT();
  const [search, setSearch] = useState('');
  const { values, set, errorOf } = form;
  const isCustom = values.kind === 'custom';

  const offered = useMemo(
    () => (isCustom ? actions : actions.filter((action) => action.readOnly)),
    [actions, isCustom],
  );
  const groups = useMemo(() => groupActions(offered, search), [offered, search]);
  const granted = useMemo(
    () => new Set(isCustom ? values.permissions : offered.map(({ action }) => action)),
    [isCustom, offered, values.permissions],
  );
  const dead = isCustom ? deadActions(actions, values.permissions) : [];
  const error = errorOf('permissions');

  const grant = (names: readonly string[], isGranted: boolean) => {
    set('permissions', withActions(values.permissions, names, isGranted));
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Box width={{ initial: '100%', small: '32rem' }} role="search">
          <Searchbar
            name="search-actions"
            size="S"
            value={search}
            placeholder={t('role.permissions.search')}
            clearLabel={t('search.clear')}
            onClear={() => {
              setSearch('');
            }}
            onChange={(event) => {
              setSearch(event.target.value);
            }}
            onKeyDown={(event) => {
              // Enter searches here; it must not save the role.
              if (event.key === 'Enter') event.preventDefault();
            }}
          >
            {t('role.permissions.search')}
          </Searchbar>
        </Box>
        <Typography textColor="neutral600" aria-live="polite">
          {t('role.permissions.count', {
            granted: granted.size - dead.length,
            all: actions.length,
          })}
        </Typography>
      </Flex>
      {error === undefined ? null : (
        <Field.Root error={error}>
          <Field.Error />
        </Field.Root>
      )}
      {dead.length === 0 ? null : (
        <DeadActions
          actions={dead}
          isReadOnly={isReadOnly}
          onRemove={(names) => {
            grant(names, false);
          }}
        />
      )}
      {groups.length === 0 ? (
        <Typography textColor="neutral600">{t('role.permissions.none-matches')}</Typography>
      ) : (
        groups.map((group) => (
          <ActionGroupCard
            key={group.api}
            group={group}
            granted={granted}
            isForcedOpen={search.trim() !== ''}
            isReadOnly={isReadOnly || !isCustom}
            onGrant={grant}
          />
        ))
      )}
    </Flex>
  );
};
