import { Flex, LinkButton, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { Key } from '../../../../../contracts/keys';
import type { KeyDenial } from '../../../../../contracts/usage';
import { useReadAccessKeyDenialsQuery } from '../../../api/key-usage';
import { Mono } from '../../../components/mono';
import { Part } from '../../../components/part';
import { RelativeTime } from '../../../components/time';
import type { Can } from '../../../hooks/use-permissions';
import { cameFrom } from '../../../hooks/use-return';
import { useT } from '../../../translations/use-t';
import { rolePaths } from '../../roles/paths';
import { keyPaths } from '../paths';
import { suggestionQuery } from '../suggested-edit';
import { type Advice, adviceFor } from './denial-advice';
import { useAdviceContext } from './use-advice-context';

interface DenialsPartProps {
  value: Key;
  can: Can;
}

/** Why requests with the key were denied, and what to do about it. */
export const DenialsPart = ({ value, can }: DenialsPartProps) => {
  const t = useT();
  const query = useReadAccessKeyDenialsQuery(value.id, { refetchOnMountOrArgChange: true });
  const context = useAdviceContext(value, can);
  return (
    <Part title={t('key.denials')} hint={t('key.denials.hint')} query={query}>
      {({ data }) =>
        data.length === 0 ? (
          <Typography textColor="neutral600">{t('key.denials.none')}</Typography>
        ) : (
          <Flex tag="ul" direction="column" alignItems="stretch" gap={5}>
            {data.map((denial) => (
              <li key={`${denial.reason} ${denial.action ?? ''}`}>
                <Denial denial={denial} advice={adviceFor(denial, context)} value={value} />
              </li>
            ))}
          </Flex>
        )
      }
    </Part>
  );
};

interface DenialProps {
  denial: KeyDenial;
  advice: Advice | null;
  value: Key;
}

const Denial = ({ denial, advice, value }: DenialProps) => {
  const t = useT();
  const { reason, action, count, lastAt, lastAddress } = denial;
  return (
    <Flex justifyContent="space-between" alignItems="flex-start" gap={3} wrap="wrap">
      <Flex direction="column" alignItems="flex-start" gap={1} flex="1 1 32rem">
        <Typography fontWeight="bold" tag="p">
          {t(`denial.${reason}`)}
        </Typography>
        {action === null ? null : (
          <Typography tag="p">
            {t('denial.action')} <Mono style={{ overflowWrap: 'anywhere' }}>{action}</Mono>
          </Typography>
        )}
        <Typography textColor="neutral600" tag="p">
          {t('denial.count', { count })} <RelativeTime value={lastAt} />
          {lastAddress === null ? null : (
            <>
              {' '}
              {t('key.use.from')} <Mono textColor="neutral600">{lastAddress}</Mono>
            </>
          )}
        </Typography>
        <Typography tag="p">{t(`denial.${reason}.advice`)}</Typography>
      </Flex>
      {advice === null ? null : <AdviceLink advice={advice} value={value} />}
    </Flex>
  );
};

const targetOf = (advice: Advice, id: string): string => {
  switch (advice.kind) {
    case 'add-role':
      return `${keyPaths.edit(id)}?${suggestionQuery({ role: advice.role.id })}`;
    case 'add-network':
      return `${keyPaths.edit(id)}?${suggestionQuery({ network: advice.network })}`;
    case 'edit-role':
      return rolePaths.edit(advice.role.id);
    case 'make-role':
      return rolePaths.create;
    case 'edit':
      return keyPaths.edit(id);
    case 'regenerate':
      return keyPaths.regenerate(id);
  }
};

const AdviceLink = ({
  advice,
  value,
}: Omit<DenialProps, 'denial' | 'advice'> & { advice: Advice }) => {
  const t = useT();
  return (
    <LinkButton
      tag={Link}
      to={targetOf(advice, value.id)}
      state={cameFrom(keyPaths.detail(value.id))}
      size="S"
      variant="secondary"
    >
      {t(`denial.do.${advice.kind}`, {
        role: 'role' in advice ? advice.role.name : '',
        network: advice.kind === 'add-network' ? advice.network : '',
      })}
    </LinkButton>
  );
};
