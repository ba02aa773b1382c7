import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { RoleImpact } from '../../../../contracts/roles';
import { Mono } from '../../components/mono';
import { RelativeTime } from '../../components/time';
import { useT } from '../../translations/use-t';

const Scrolled = styled(Box)`
  max-height: 24rem;
  overflow-y: auto;
  overflow-wrap: anywhere;
`;

interface HitKeysProps {
  impact: RoleImpact;
}

/** The keys that lately used what they are about to lose, and whom to tell. */
export const HitKeys = ({ impact: { keys, hitCount } }: HitKeysProps) => {
  const t = useT();
  if (keys.length === 0) return <Typography>{t('role.hit.hidden')}</Typography>;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {/* What scrolls must be reachable by keyboard. */}
      <Scrolled
        tag="ul"
        tabIndex={0}
        aria-label={t('role.hit.label')}
        borderColor="neutral200"
        hasRadius
      >
        {keys.map(({ id, name, displayId, lastUsedAt, technicalOwner, owner, actions }) => (
          <Box tag="li" key={id} padding={3}>
            <Flex gap={2} wrap="wrap">
              <Typography fontWeight="bold">{name}</Typography>
              <Mono textColor="neutral600">{displayId}</Mono>
            </Flex>
            <Typography tag="div" variant="pi" textColor="neutral700">
              {owner !== null
                ? t('role.hit.personal', { owner })
                : technicalOwner !== null
                  ? t('role.hit.owner', { owner: technicalOwner })
                  : t('role.hit.no-owner')}
            </Typography>
            {lastUsedAt === null ? null : (
              <Typography tag="div" variant="pi" textColor="neutral700">
                {t('role.hit.last-used')} <RelativeTime value={lastUsedAt} />
              </Typography>
            )}
            <Box tag="ul">
              {actions.map((action) => (
                <li key={action}>
                  <Mono textColor="neutral700">{action}</Mono>
                </li>
              ))}
            </Box>
          </Box>
        ))}
      </Scrolled>
      {hitCount > keys.length ? (
        <Typography variant="pi" textColor="neutral600">
          {t('role.hit.more', { count: hitCount - keys.length })}
        </Typography>
      ) : null}
    </Flex>
  );
};
