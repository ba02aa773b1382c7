import { Flex } from '@strapi/design-system';
import type { MyToken } from '../../../../contracts/my-tokens';
import { Fact, Facts } from '../../components/facts';
import { StatusBadge } from '../../components/status-badge';
import { DateTime, RelativeTime } from '../../components/time';
import { useFormats } from '../../hooks/use-formats';
import { useT } from '../../translations/use-t';

interface TokenFactsProps {
  token: MyToken;
}

/** What one may know of a token without its secret. */
export const TokenFacts = ({ token }: TokenFactsProps) => {
  const t = useT();
  const { list } = useFormats();
  return (
    <Facts>
      <Fact label={t('key.roles')}>
        {token.roles.length === 0 ? t('key.none') : list(token.roles.map(({ name }) => name))}
      </Fact>
      <Fact label={t('my.created')}>
        <DateTime value={token.createdAt} />
      </Fact>
      <Fact label={t('key.last-used')}>
        {token.lastUsedAt === null ? t('key.never') : <RelativeTime value={token.lastUsedAt} />}
      </Fact>
      <Fact label={t('key.expires-at')}>
        <Flex gap={2} wrap="wrap">
          {token.expiresAt === null ? t('key.never') : <DateTime value={token.expiresAt} />}
          <StatusBadge status={token.status} />
        </Flex>
      </Fact>
    </Facts>
  );
};
