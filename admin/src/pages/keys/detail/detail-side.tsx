import { Flex, Typography } from '@strapi/design-system';
import { type ReactNode } from 'react';
import type { Key } from '../../../../../contracts/keys';
import { Chip } from '../../../components/chip';
import { Fact, Facts } from '../../../components/facts';
import { Mono } from '../../../components/mono';
import { Panel } from '../../../components/panel';
import { DateTime } from '../../../components/time';
import { useRateLimitText } from '../../../hooks/use-rate-limit-text';
import { useT } from '../../../translations/use-t';

interface DetailSideProps {
  value: Key;
}

const Chips = ({ children }: { children: ReactNode }) => (
  <Flex gap={1} wrap="wrap">
    {children}
  </Flex>
);

const Owner = ({ value }: DetailSideProps) => {
  const t = useT();
  const owner = value.technicalOwner;
  if (owner === null) return t('key.none');
  return (
    <Flex direction="column" alignItems="flex-start">
      <Typography>{owner.name}</Typography>
      {owner.emails.map((email) => (
        <Typography key={email} tag="a" href={`mailto:${email}`} textColor="primary600">
          {email}
        </Typography>
      ))}
    </Flex>
  );
};

const Roles = ({ value }: DetailSideProps) => {
  const t = useT();
  if (value.roles === undefined) return t('key.roles.hidden');
  if (value.roles.length === 0) return t('key.roles.none');
  return (
    <Chips>
      {value.roles.map((role) => (
        <Chip key={role.id}>{role.name}</Chip>
      ))}
    </Chips>
  );
};

/** From where alone a key may be sent; nothing where it may be sent from everywhere. */
const Networks = ({ value: { networks } }: DetailSideProps) => {
  const t = useT();
  if (networks.length === 0) return null;
  return (
    <Fact label={t('key.networks')}>
      {networks.map((network) => (
        <Mono key={network} tag="div">
          {network}
        </Mono>
      ))}
    </Fact>
  );
};

/** How often it may be used; nothing where that is nowhere limited. */
const RateLimit = ({ value: { rateLimit } }: DetailSideProps) => {
  const t = useT();
  const rateText = useRateLimitText();
  if (rateLimit === null) return null;
  return <Fact label={t('key.rate.limit')}>{rateText(rateLimit)}</Fact>;
};

/** Who is behind a key, and what it may do. */
export const DetailSide = ({ value }: DetailSideProps) => {
  const t = useT();
  return (
    <Panel title={t('key.about')}>
      <Facts>
        <Fact label={t('key.access-id')}>
          <Mono>{value.displayId}</Mono>
        </Fact>
        <Fact label={t('key.type')}>{t(`type.${value.type}`)}</Fact>
        {value.owner === null ? null : (
          <Fact label={t('key.owner.personal')}>{value.owner.name}</Fact>
        )}
        <Fact label={t('key.roles')}>
          <Roles value={value} />
        </Fact>
        <Networks value={value} />
        <RateLimit value={value} />
        <Fact label={t('key.tags')}>
          {value.tags.length === 0 ? (
            t('key.untagged')
          ) : (
            <Chips>
              {value.tags.map((tag) => (
                <Chip key={tag.id}>{tag.name}</Chip>
              ))}
            </Chips>
          )}
        </Fact>
        <Fact label={t('key.owner')}>
          <Owner value={value} />
        </Fact>
        {value.type === 'personal' ? null : (
          <Fact label={t('key.author')}>{value.author?.name ?? t('key.author.none')}</Fact>
        )}
        <Fact label={t('key.created-by')}>{value.createdByName ?? t('key.none')}</Fact>
        <Fact label={t('key.created-at')}>
          <DateTime value={value.createdAt} />
        </Fact>
        <Fact label={t('key.issued-by')}>{value.lastIssuedBy ?? t('key.none')}</Fact>
      </Facts>
    </Panel>
  );
};
