import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Check, Eye, EyeStriked } from '@strapi/icons';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { styled } from 'styled-components';
import { useApiUrl } from '../hooks/use-api-url';
import type { IssuedToken } from '../hooks/use-issued-token';
import { useT } from '../translations/use-t';
import { CopyLine } from './copy-line';
import { Notice } from './notice';
import { Panel } from './panel';

const ADVICE = ['manager', 'source', 'header', 'leak'] as const;

const HIDDEN_LETTERS = '•'.repeat(24);

const Advice = styled.ul`
  list-style: disc;
  padding-inline-start: ${({ theme }) => theme.spaces[5]};

  li + li {
    margin-top: ${({ theme }) => theme.spaces[2]};
  }
`;

export interface TokenPanelProps {
  issued: IssuedToken;
  doneMessage: string;
  onDone: () => void;
  /** More panels, below the token. */
  children?: ReactNode;
}

/** A token, the one time that it is shown. */
export const TokenPanel = ({ issued, doneMessage, onDone, children }: TokenPanelProps) => {
  const t = useT();
  const apiUrl = useApiUrl();
  const { token, data: key } = issued;
  const [isShown, setShown] = useState(true);
  const banner = useRef<HTMLDivElement>(null);
  const visible = isShown ? token : `${key.displayId}_${HIDDEN_LETTERS}`;
  const whoami = (secret: string) =>
    `curl -H "Authorization: Bearer ${secret}" ${apiUrl}/api-access/whoami`;
  const show = () => {
    setShown(true);
  };

  // The form is gone: reading goes on at the banner.
  useEffect(() => {
    banner.current?.focus();
  }, []);

  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Box ref={banner} tabIndex={-1} aria-live="polite">
        <Notice kind="success" title={doneMessage}>
          {t('token.once')}
        </Notice>
      </Box>
      <Panel
        title={t('text-field-label')}
        action={
          <Button
            variant="tertiary"
            startIcon={isShown ? <EyeStriked /> : <Eye />}
            onClick={() => {
              setShown(!isShown);
            }}
          >
            {t(isShown ? 'token.hide' : 'token.show')}
          </Button>
        }
      >
        <CopyLine
          label={t('text-field-label')}
          text={visible}
          secret={token}
          copyLabel={t('copy-button-aria-label')}
          onReveal={show}
        />
        <Typography tag="h3" fontWeight="bold">
          {t('token.try')}
        </Typography>
        <CopyLine
          label={t('token.try')}
          text={whoami(visible)}
          secret={whoami(token)}
          copyLabel={t('token.try.copy')}
          onReveal={show}
        />
      </Panel>
      {children}
      <Panel title={t('token.advice.title')}>
        <Advice>
          {ADVICE.map((advice) => (
            <Typography tag="li" key={advice}>
              {t(`token.advice.${advice}`)}
            </Typography>
          ))}
        </Advice>
      </Panel>
      <Flex justifyContent="flex-end">
        <Button startIcon={<Check />} onClick={onDone}>
          {t('token.done')}
        </Button>
      </Flex>
    </Flex>
  );
};
