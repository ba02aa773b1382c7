import { Box } from '@strapi/design-system';
import { styled } from 'styled-components';
import { Mono } from '../../components/mono';
import { useT } from '../../translations/use-t';

const Mark = styled.mark`
  background: ${({ theme }) => theme.colors.danger200};
  color: ${({ theme }) => theme.colors.danger700};
  border-radius: 2px;
  text-decoration: underline wavy;
`;

/** The character at a place, whole where it is written in two units. */
const characterAt = (text: string, at: number): string => {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
};

interface PatternMarkProps {
  pattern: string;
  at: number;
}

/** A pattern with the place marked where it is at fault. */
export const PatternMark = ({ pattern, at }: PatternMarkProps) => {
  const t = useT();
  const character = characterAt(pattern, at);
  return (
    <Box role="img" aria-label={t('rules.pattern.marked')} style={{ overflowWrap: 'anywhere' }}>
      <Mono textColor="neutral800">
        {pattern.slice(0, at)}
        <Mark>{character}</Mark>
        {pattern.slice(at + character.length)}
      </Mono>
    </Box>
  );
};
