import { Button, Field, Flex, Typography } from '@strapi/design-system';
import { useDeferredValue, useMemo, useState } from 'react';
import type { GrantableAction } from '../../../../contracts/permissions';
import { useEvent } from '../../hooks/use-event';
import { useT } from '../../translations/use-t';
import { ActionGroups } from './action-groups';
import { DeadActions } from './dead-actions';
import { deadActions, groupActions, missingRights, withActions } from './grouped-actions';
import { PickerTools } from './picker-tools';
import type { RoleFormState } from './use-role-form';

interface PermissionPickerProps {
  actions: readonly GrantableAction[];
  form: RoleFormState;
  isReadOnly: boolean;
  /** Whether the app's config names the actions, also some that were never there. */
  isDeclared: boolean;
}

const NO_RIGHTS: ReturnType<typeof missingRights> = new Map();

/** The actions of the content API by their APIs: to choose from, or to look at. */
export const PermissionPicker = ({
  actions,
  form,
  isReadOnly,
  isDeclared,
}: PermissionPickerProps) => {
  const t = useT();
  const [search, setSearch] = useState('');
  // Long lists are drawn after what one types, which must not wait for them.
  const settled = useDeferredValue(search);
  const { values, set, errorOf } = form;
  const isCustom = values.kind === 'custom';
  const isFixed = isReadOnly || !isCustom;

  const offered = useMemo(
    () => (isCustom ? actions : actions.filter((action) => action.readOnly)),
    [actions, isCustom],
  );
  const groups = useMemo(() => groupActions(offered, settled), [offered, settled]);
  const granted = useMemo(
    () => new Set(isCustom ? values.permissions : offered.map(({ action }) => action)),
    [isCustom, offered, values.permissions],
  );
  const missing = useMemo(
    () => (isCustom ? missingRights(actions, granted) : NO_RIGHTS),
    [actions, granted, isCustom],
  );
  const dead = isCustom ? deadActions(actions, values.permissions) : [];
  const error = errorOf('permissions');

  const grant = useEvent((names: readonly string[], isGranted: boolean) => {
    set('permissions', withActions(values.permissions, names, isGranted));
  });

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <PickerTools
        search={search}
        onSearch={setSearch}
        groups={groups}
        granted={granted}
        offered={offered}
        all={actions.length}
        isFixed={isFixed}
        onGrant={grant}
      />
      {error === undefined ? null : (
        <Field.Root error={error}>
          <Field.Error />
        </Field.Root>
      )}
      {dead.length === 0 ? null : (
        <DeadActions
          actions={dead}
          isReadOnly={isReadOnly}
          isDeclared={isDeclared}
          onRemove={(names) => {
            grant(names, false);
          }}
        />
      )}
      {groups.length === 0 ? (
        <Flex gap={3} wrap="wrap">
          <Typography textColor="neutral600">
            {t(settled.trim() === '' ? 'role.permissions.none' : 'role.permissions.none-matches')}
          </Typography>
          {settled.trim() === '' ? null : (
            <Button
              variant="tertiary"
              onClick={() => {
                setSearch('');
              }}
            >
              {t('search.clear')}
            </Button>
          )}
        </Flex>
      ) : (
        <ActionGroups
          groups={groups}
          granted={granted}
          missing={missing}
          isSearching={settled.trim() !== ''}
          isReadOnly={isFixed}
          onGrant={grant}
        />
      )}
    </Flex>
  );
};
