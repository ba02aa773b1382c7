import { Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Check, Duplicate, Eye, EyeStriked } from '@strapi/icons';
import { useEffect, useRef, useState } from 'react';
import { styled } from 'styled-components';
import type { IssuedKey } from '../../../../contracts/keys';
import { Mono } from '../../components/mono';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { useT } from '../../translations/use-t';
import { useCopy } from './use-copy';

const ADVICE = ['manager', 'source', 'header', 'leak'] as const;

const HIDDEN_LETTERS = '•'.repeat(24);

const Line = styled(Mono)`
  overflow-wrap: anywhere;
  user-select: all;
`;

const Advice = styled.ul`
  list-style: disc;
  padding-inline-start: ${({ theme }) => theme.spaces[5]};

  li + li {
    margin-top: ${({ theme }) => theme.spaces[2]};
  }
`;

interface SecretLineProps {
  label: string;
  text: string;
  copyLabel: string;
  /** What is put on the clipboard. */
  secret: string;
}

const SecretLine = ({ label, text, copyLabel, secret }: SecretLineProps) => {
  const { lineRef, copy } = useCopy();
  return (
    <Flex
      background="neutral100"
      borderColor="neutral150"
      hasRadius
      padding={3}
      gap={3}
      justifyContent="space-between"
    >
      <Line ref={lineRef} tag="code" aria-label={label} textColor="neutral800">
        {text}
      </Line>
      <IconButton label={copyLabel} variant="ghost" onClick={() => void copy(secret)}>
        <Duplicate />
      </IconButton>
    </Flex>
  );
};

interface TokenPanelProps {
  issued: IssuedKey;
  doneMessage: string;
  onDone: () => void;
}

export const TokenPanel = ({ issued, doneMessage, onDone }: TokenPanelProps) => {
  const t = useT();
  const [isShown, setShown] = useState(true);
  const banner = useRef<HTMLDivElement>(null);
  const { token, data: key } = issued;
  const visible = isShown ? token : `${key.displayId}_${HIDDEN_LETTERS}`;
  const whoami = (secret: string) =>
    `curl -H "Authorization: Bearer ${secret}" ${window.strapi.backendURL}/api/api-access/whoami`;

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
        <SecretLine
          label={t('text-field-label')}
          text={visible}
          secret={token}
          copyLabel={t('copy-button-aria-label')}
        />
        <Typography tag="h3" fontWeight="bold">
          {t('token.try')}
        </Typography>
        <SecretLine
          label={t('token.try')}
          text={whoami(visible)}
          secret={whoami(token)}
          copyLabel={t('token.try.copy')}
        />
      </Panel>
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
