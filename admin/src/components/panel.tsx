import { Box, Flex, Typography } from '@strapi/design-system';
import { type ReactNode } from 'react';

interface PanelProps {
  title?: string;
  hint?: string;
  action?: ReactNode;
  children: ReactNode;
}

/** A white card with a heading, as Strapi's settings pages are made of. */
export const Panel = ({ title, hint, action, children }: PanelProps) => (
  <Box
    tag="section"
    background="neutral0"
    hasRadius
    shadow="filterShadow"
    padding={{ initial: 4, medium: 6 }}
    width="100%"
  >
    <Flex direction="column" alignItems="stretch" gap={4}>
      {title === undefined ? null : (
        <Flex justifyContent="space-between" gap={4} wrap="wrap">
          <Box>
            <Typography variant="delta" tag="h2">
              {title}
            </Typography>
            {hint === undefined ? null : (
              <Typography tag="p" textColor="neutral600">
                {hint}
              </Typography>
            )}
          </Box>
          {action}
        </Flex>
      )}
      {children}
    </Flex>
  </Box>
);
