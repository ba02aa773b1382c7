import { Typography } from '@strapi/design-system';
import { type ReactNode, useRef, useState } from 'react';
import type { SettingsChoices } from '../../../../contracts/settings';
import type { ErrorOf } from '../../hooks/use-field-errors';
import { useT } from '../../translations/use-t';
import { AddButton } from './add-button';
import { AdminRoleCard } from './admin-role-card';
import { removedAt, replacedAt, roleName, unusedRoles } from './admin-role-list';
import { useRows } from './use-rows';

interface AdminRoleCardsProps<Entry extends { readonly adminRole: string }> {
  /** Whose texts it shows. */
  kind: 'naming' | 'assignable';
  /** The list in the settings, by which faults find their fields. */
  name: string;
  list: readonly Entry[];
  adminRoles: SettingsChoices['adminRoles'];
  /** An entry that says nothing yet. */
  blank: (adminRole: string) => Entry;
  errorOf: ErrorOf;
  onChange: (list: Entry[]) => void;
  /** The fields of an entry, at this path. */
  children: (entry: Entry, path: string, change: (fields: Partial<Entry>) => void) => ReactNode;
}

/** One card for each admin role that something holds for, and a button for another one. */
export const AdminRoleCards = <Entry extends { readonly adminRole: string }>({
  kind,
  name,
  list,
  adminRoles,
  blank,
  errorOf,
  onChange,
  children,
}: AdminRoleCardsProps<Entry>) => {
  const t = useT();
  const add = useRef<HTMLButtonElement>(null);
  const [added, setAdded] = useState<string | null>(null);
  const rows = useRows(list.map(({ adminRole }) => adminRole));
  const [next] = unusedRoles(adminRoles, list);
  return (
    <>
      {list.length === 0 ? (
        <Typography textColor="neutral600">{t(`rules.${kind}.none`)}</Typography>
      ) : null}
      {list.map((entry, at) => {
        const path = `${name}.${String(at)}`;
        const role = roleName(adminRoles, entry.adminRole);
        const change = (fields: Partial<Entry>) => {
          onChange(replacedAt(list, at, { ...entry, ...fields }));
        };
        return (
          <AdminRoleCard
            key={rows[at]?.key}
            label={t(`rules.${kind}.of`, { role })}
            name={`${path}.adminRole`}
            removeLabel={t(`rules.${kind}.remove`, { role })}
            value={entry.adminRole}
            roles={unusedRoles(adminRoles, removedAt(list, at))}
            error={errorOf(`${path}.adminRole`)}
            takesFocus={entry.adminRole === added}
            onChange={(adminRole) => {
              onChange(replacedAt(list, at, { ...entry, adminRole }));
            }}
            onRemove={() => {
              onChange(removedAt(list, at));
              // What had focus is gone; and the button may have been disabled until now.
              setTimeout(() => add.current?.focus());
            }}
          >
            {children(entry, path, change)}
          </AdminRoleCard>
        );
      })}
      <AddButton
        ref={add}
        reason={next === undefined ? t(`rules.${kind}.all-used`) : null}
        onClick={() => {
          if (next === undefined) return;
          setAdded(next.id);
          onChange([...list, blank(next.id)]);
        }}
      >
        {t(`rules.${kind}.add`)}
      </AddButton>
    </>
  );
};
