import { Box, Flex, IconButton, TextInput } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { useEffect, useRef } from 'react';
import { styled } from 'styled-components';
import type { MyToken } from '../../../../contracts/my-tokens';
import { FormField } from '../../components/form-field';
import { useCopy } from '../../hooks/use-copy';
import { useT } from '../../translations/use-t';

const Letters = styled(TextInput)`
  font-family: ui-monospace, SFMono-Regular, Menlo, Monaco, Consolas, monospace;
  font-size: 1.3rem;
`;

interface TokenFieldProps {
  token: MyToken | null;
  /** Only right after it was issued. */
  clearText: string | null;
}

/** The token as far as it may be shown; to be copied only right after it was issued. */
export const TokenField = ({ token, clearText }: TokenFieldProps) => {
  const t = useT();
  const field = useRef<HTMLInputElement>(null);
  const { copy } = useCopy({ beforeSelecting: () => field.current?.select() });

  // What made it is gone: one goes on with the token.
  useEffect(() => {
    if (clearText !== null) field.current?.focus();
  }, [clearText]);

  return (
    <Flex gap={2} alignItems="flex-end">
      <Box flex="1">
        <FormField name="token" label={t('text-field-label')}>
          <Letters
            ref={field}
            readOnly
            autoComplete="off"
            spellCheck={false}
            placeholder={t('no-key-text')}
            value={clearText ?? token?.hint ?? ''}
          />
        </FormField>
      </Box>
      {clearText === null ? null : (
        <IconButton
          label={t('copy-button-aria-label')}
          size="L"
          onClick={() => void copy(clearText)}
        >
          <Duplicate />
        </IconButton>
      )}
    </Flex>
  );
};
