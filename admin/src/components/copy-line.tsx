import { Button, Flex } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { flushSync } from 'react-dom';
import { styled } from 'styled-components';
import { useCopy } from '../hooks/use-copy';
import { Mono } from './mono';

const Line = styled(Mono)`
  overflow-wrap: anywhere;
  white-space: pre-wrap;
  user-select: all;
  flex: 1 1 24rem;
`;

interface CopyLineProps {
  label: string;
  text: string;
  copyLabel: string;
  /** What is put on the clipboard, where it is not what is shown. */
  secret?: string;
  /** Called where the browser gives no clipboard, right before the text is selected. */
  onReveal?: () => void;
}

/** Text to be copied: by its button, or selected with one click. */
export const CopyLine = ({ label, text, copyLabel, secret = text, onReveal }: CopyLineProps) => {
  const { lineRef, copy } = useCopy({
    beforeSelecting: () => {
      if (onReveal !== undefined) flushSync(onReveal);
    },
  });
  return (
    <Flex
      background="neutral100"
      borderColor="neutral150"
      hasRadius
      padding={3}
      gap={3}
      alignItems="center"
      justifyContent="space-between"
      wrap="wrap"
    >
      <Line ref={lineRef} tag="code" role="group" aria-label={label} textColor="neutral800">
        {text}
      </Line>
      <Button
        size="S"
        variant="secondary"
        startIcon={<Duplicate />}
        onClick={() => void copy(secret)}
      >
        {copyLabel}
      </Button>
    </Flex>
  );
};
