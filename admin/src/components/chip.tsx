import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

const Frame = styled(Box)`
  display: inline-flex;
  min-width: 0;
`;

interface ChipProps {
  children: string;
}

/**
 * A name that somebody gave, as they wrote it: the design system's badge writes in capitals. Where
 * it is too long for its place it ends in an ellipsis, and is shown whole on hover.
 */
export const Chip = ({ children }: ChipProps) => (
  <Frame
    background="neutral150"
    hasRadius
    paddingLeft={2}
    paddingRight={2}
    maxWidth="100%"
    title={children}
  >
    <Typography variant="pi" fontWeight="bold" textColor="neutral600" ellipsis>
      {children}
    </Typography>
  </Frame>
);
