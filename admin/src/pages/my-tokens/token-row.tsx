import { Box, Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowClockwise, Trash } from '@strapi/icons';
import { styled } from 'styled-components';
import { barrierOf } from '../../../../contracts/my-token-choices';
import type { MyToken, MyTokenRules } from '../../../../contracts/my-tokens';
import { Chip } from '../../components/chip';
import { Mono } from '../../components/mono';
import { StatusBadge } from '../../components/status-badge';
import { DateOnly, RelativeTime } from '../../components/time';
import { useT } from '../../translations/use-t';

/** What can be done with one token. */
export type TokenDeed = 'regenerate' | 'delete';

/** Id of a row's button, to which focus goes back after a dialog. */
export const buttonIdOf = (deed: TokenDeed, { id }: MyToken) => `my-token-${deed}-${id}`;

const NameBox = styled(Box)`
  min-width: 12rem;
  max-width: 24rem;
`;

const Partial = styled(Mono)`
  font-size: 1.2rem;
`;

interface TokenRowProps {
  token: MyToken;
  rules: MyTokenRules;
  onDo: (deed: TokenDeed) => void;
}

export const TokenRow = ({ token, rules, onDo }: TokenRowProps) => {
  const t = useT();
  const barrier = barrierOf(token, rules);
  const { name } = token;
  return (
    <tr>
      <td>
        <NameBox>
          <Typography tag="div" fontWeight="semiBold" ellipsis title={name}>
            {name}
          </Typography>
          <Flex gap={1} wrap="wrap" paddingTop={1}>
            {token.roles.map((role) => (
              <Chip key={role.id}>{role.name}</Chip>
            ))}
          </Flex>
        </NameBox>
      </td>
      <td>
        <Partial>{token.hint}</Partial>
      </td>
      <td>
        <Typography>
          <DateOnly value={token.createdAt} />
        </Typography>
      </td>
      <td>
        <Typography>
          {token.lastUsedAt === null ? (
            t('key.never')
          ) : (
            <RelativeTime value={token.lastUsedAt} style="short" />
          )}
        </Typography>
      </td>
      <td>
        <Flex gap={2}>
          <Typography>
            {token.expiresAt === null ? t('key.never') : <DateOnly value={token.expiresAt} />}
          </Typography>
          <StatusBadge status={token.status} />
        </Flex>
      </td>
      <td>
        <Flex gap={1} justifyContent="flex-end">
          <IconButton
            id={buttonIdOf('regenerate', token)}
            variant="ghost"
            size="S"
            disabled={barrier !== null}
            label={
              barrier === null ? t('my.regenerate', { name }) : t(`my.barrier.${barrier}`, { name })
            }
            onClick={() => {
              onDo('regenerate');
            }}
          >
            <ArrowClockwise />
          </IconButton>
          <IconButton
            id={buttonIdOf('delete', token)}
            variant="ghost"
            size="S"
            label={t('my.delete', { name })}
            onClick={() => {
              onDo('delete');
            }}
          >
            <Trash />
          </IconButton>
        </Flex>
      </td>
    </tr>
  );
};
