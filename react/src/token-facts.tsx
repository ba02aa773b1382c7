import type { ReactNode } from 'react';
import type { MyToken } from '../../contracts/my-tokens';
import { useWording } from './wording';

interface FactProps {
  label: string;
  children: ReactNode;
}

const Fact = ({ label, children }: FactProps) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

const Instant = ({ value }: { value: string | null }) => {
  const { t, formats } = useWording();
  if (value === null) return <>{t('never-text')}</>;
  return <time dateTime={value}>{formats.dateTime(value)}</time>;
};

interface TokenFactsProps {
  token: MyToken;
}

/** What one may know of a token without its secret. */
export const TokenFacts = ({ token }: TokenFactsProps) => {
  const { t, formats } = useWording();
  const { status, roles } = token;
  return (
    <dl className="api-access-facts">
      <Fact label={t('status-label')}>
        {/* A revoked token is not shown: there is nothing left to do with it. */}
        {status === 'revoked' ? null : t(`status-${status}-text`)}
      </Fact>
      <Fact label={t('roles-label')}>
        {roles.length === 0 ? t('no-roles-text') : formats.list(roles.map(({ name }) => name))}
      </Fact>
      <Fact label={t('created-label')}>
        <Instant value={token.createdAt} />
      </Fact>
      <Fact label={t('last-used-label')}>
        <Instant value={token.lastUsedAt} />
      </Fact>
      <Fact label={t('expires-label')}>
        <Instant value={token.expiresAt} />
      </Fact>
    </dl>
  );
};
