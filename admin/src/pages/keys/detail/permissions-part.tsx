import { Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { Key } from '../../../../../contracts/keys';
import type { KeyPermissions } from '../../../../../contracts/usage';
import { useReadAccessKeyPermissionsQuery } from '../../../api/key-usage';
import { Disclosure } from '../../../components/disclosure';
import { Mono } from '../../../components/mono';
import { Part } from '../../../components/part';
import { useFormats } from '../../../hooks/use-formats';
import { useT } from '../../../translations/use-t';

/** Longer lists are closed at first. */
const SHORT = 8;

type Granted = KeyPermissions['granted'];

const lastFirst = (a: Granted[number], b: Granted[number]) =>
  (b.lastUsedOn ?? '').localeCompare(a.lastUsedOn ?? '') || a.action.localeCompare(b.action);

/** What a key may do: which of it was used, and when last, and which never. */
export const PermissionsPart = ({ value }: { value: Key }) => {
  const t = useT();
  const query = useReadAccessKeyPermissionsQuery(value.id, { refetchOnMountOrArgChange: true });
  return (
    <Part title={t('key.permissions')} hint={t('key.permissions.hint')} query={query}>
      {({ data: { full, granted } }) => {
        const used = granted.filter(({ lastUsedOn }) => lastUsedOn !== null).sort(lastFirst);
        const unused = granted.filter(({ lastUsedOn }) => lastUsedOn === null);
        if (!full && granted.length === 0) {
          return <Typography textColor="neutral600">{t('key.roles.none')}</Typography>;
        }
        return (
          <Flex direction="column" alignItems="stretch" gap={4}>
            {full ? <Typography>{t('key.permissions.full')}</Typography> : null}
            <ActionList title={t('key.permissions.used', { count: used.length })} actions={used} />
            {full ? null : (
              <ActionList
                title={t('key.permissions.unused', { count: unused.length })}
                actions={unused}
              />
            )}
          </Flex>
        );
      }}
    </Part>
  );
};

interface ActionListProps {
  title: string;
  actions: Granted;
}

const ActionList = ({ title, actions }: ActionListProps) => {
  const t = useT();
  const { utcDay } = useFormats();
  const [isOpen, setOpen] = useState(actions.length <= SHORT);
  if (actions.length === 0) {
    return (
      <Typography tag="h3" fontWeight="bold">
        {title}
      </Typography>
    );
  }
  return (
    <Disclosure title={title} level="h3" isOpen={isOpen} onToggle={setOpen}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
        {actions.map(({ action, lastUsedOn }) => (
          <Flex key={action} tag="li" justifyContent="space-between" gap={3} wrap="wrap">
            <Mono style={{ overflowWrap: 'anywhere' }}>{action}</Mono>
            {lastUsedOn === null ? null : (
              <Typography variant="pi" textColor="neutral600">
                {t('key.permissions.last', { day: utcDay(lastUsedOn) })}
              </Typography>
            )}
          </Flex>
        ))}
      </Flex>
    </Disclosure>
  );
};
