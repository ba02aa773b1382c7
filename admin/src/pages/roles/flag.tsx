import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

const Frame = styled(Box)`
  display: inline-flex;
  white-space: nowrap;
`;

interface FlagProps {
  /** By which what it is about can name it in its description. */
  id?: string;
  kind: 'neutral' | 'warning';
  /** What it means, on hover. */
  hint?: string;
  children: string;
}

/** A word beside a role or an action that says what is special about it. */
export const Flag = ({ id, kind, hint, children }: FlagProps) => (
  <Frame
    id={id}
    title={hint}
    background={kind === 'warning' ? 'warning100' : 'neutral150'}
    borderColor={kind === 'warning' ? 'warning200' : 'neutral200'}
    hasRadius
    paddingLeft={2}
    paddingRight={2}
  >
    {/* Strapi's own orange on orange falls short of the contrast that small text needs. */}
    <Typography variant="pi" fontWeight="bold" textColor="neutral800">
      {children}
    </Typography>
  </Frame>
);
