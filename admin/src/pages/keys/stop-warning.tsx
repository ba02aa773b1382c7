import { Flex, Typography } from '@strapi/design-system';
import type { Key } from '../../../../contracts/keys';
import { Notice } from '../../components/notice';
import { useFormats } from '../../hooks/use-formats';
import { useNow } from '../../hooks/use-now';
import { useT } from '../../translations/use-t';

const DAY_MS = 86_400_000;

interface StopWarningProps {
  value: Key;
}

/** Who is hit when a key stops: whether it is in use, and whom to tell. */
export const StopWarning = ({ value }: StopWarningProps) => {
  const t = useT();
  const { relative } = useFormats();
  const now = useNow();
  const { lastUsedAt, allowed } = value.usage;
  const isInUse = lastUsedAt !== null && now - Date.parse(lastUsedAt) < DAY_MS;
  const owner = value.technicalOwner;
  return (
    <Notice kind={isInUse ? 'warning' : 'info'}>
      <Flex direction="column" alignItems="flex-start" gap={2}>
        <Typography tag="p" fontWeight={isInUse ? 'bold' : 'regular'}>
          {lastUsedAt === null
            ? t('key.stops.never-used')
            : t(isInUse ? 'key.stops.in-use' : 'key.stops.last-used', {
                when: relative(lastUsedAt, now),
                count: allowed,
              })}
        </Typography>
        <Typography tag="p">
          {owner === null
            ? t('key.stops.no-owner')
            : t('key.stops.owner', {
                owner: [owner.name, owner.emails.join(', ')]
                  .filter((part) => part !== '')
                  .join(' · '),
              })}
        </Typography>
      </Flex>
    </Notice>
  );
};
