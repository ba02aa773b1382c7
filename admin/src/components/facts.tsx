import { Box, Flex, Typography } from '@strapi/design-system';
import { type ReactNode } from 'react';
import { styled } from 'styled-components';

const Value = styled(Box)`
  margin: 0;
  overflow-wrap: anywhere;
`;

interface FactProps {
  label: string;
  children: ReactNode;
}

export const Fact = ({ label, children }: FactProps) => (
  <div>
    <Typography tag="dt" variant="sigma" textColor="neutral600">
      {label}
    </Typography>
    <Value tag="dd" paddingTop={1}>
      <Typography tag="div" textColor="neutral800">
        {children}
      </Typography>
    </Value>
  </div>
);

interface FactsProps {
  children: ReactNode;
}

/** A list of labels and what they stand for. */
export const Facts = ({ children }: FactsProps) => (
  <Flex tag="dl" direction="column" alignItems="stretch" gap={4}>
    {children}
  </Flex>
);
