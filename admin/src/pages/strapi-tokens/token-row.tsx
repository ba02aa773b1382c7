import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import type { StrapiToken } from '../../../../contracts/strapi-tokens';
import { DateOnly, RelativeTime } from '../../components/time';
import { useT } from '../../translations/use-t';
import { Flag } from '../roles/flag';

interface TokenRowProps {
  token: StrapiToken;
  isChosen: boolean;
  onToggle: (isOn: boolean) => void;
}

/** What becomes of a token, or why nothing does. */
const Becomes = ({ token: { problem, role, keyName, name, dropped } }: { token: StrapiToken }) => {
  const t = useT();
  if (problem !== null) {
    return (
      <Typography variant="pi" textColor="danger700">
        {problem.message}
      </Typography>
    );
  }
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      {keyName === name ? null : (
        <Typography variant="pi">{t('strapi-tokens.renamed', { name: keyName })}</Typography>
      )}
      {role === null ? (
        <Typography variant="pi">{t('strapi-tokens.role.none')}</Typography>
      ) : (
        <Flex gap={2}>
          <Typography variant="pi">{role.name}</Typography>
          {role.isNew ? <Flag kind="neutral">{t('strapi-tokens.role.new')}</Flag> : null}
        </Flex>
      )}
      {dropped.length === 0 ? null : (
        <Typography variant="pi" textColor="neutral600" title={dropped.join('\n')}>
          {t('strapi-tokens.dropped', { count: dropped.length })}
        </Typography>
      )}
    </Flex>
  );
};

export const TokenRow = ({ token, isChosen, onToggle }: TokenRowProps) => {
  const t = useT();
  return (
    <tr>
      <td>
        <Checkbox
          aria-label={t('strapi-tokens.choose', { name: token.name })}
          checked={isChosen}
          disabled={token.problem !== null}
          onCheckedChange={(isOn) => {
            onToggle(isOn === true);
          }}
        />
      </td>
      <td>
        <Box maxWidth="32rem">
          <Typography tag="div" fontWeight="semiBold" ellipsis title={token.name}>
            {token.name}
          </Typography>
          {token.isUntouchedDefault ? (
            <Typography tag="div" variant="pi" textColor="neutral600">
              {t('strapi-tokens.default')}
            </Typography>
          ) : null}
        </Box>
      </td>
      <td>
        <Typography variant="pi">{t(`strapi-tokens.type.${token.type}`)}</Typography>
      </td>
      <td>
        <Typography variant="pi">
          {token.expiresAt === null ? t('key.never') : <DateOnly value={token.expiresAt} />}
        </Typography>
      </td>
      <td>
        <Typography variant="pi">
          {token.lastUsedAt === null ? (
            t('key.never')
          ) : (
            <RelativeTime value={token.lastUsedAt} style="short" />
          )}
        </Typography>
      </td>
      <td>
        <Becomes token={token} />
      </td>
    </tr>
  );
};
