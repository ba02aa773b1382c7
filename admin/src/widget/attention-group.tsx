import { Box, Flex, Typography } from '@strapi/design-system';
import { type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { AttentionKey } from '../../../contracts/widget';
import { Mono } from '../components/mono';
import { keyPaths } from '../pages/keys/paths';

const KeyLink = styled(Link)`
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.4rem;
  font-weight: ${({ theme }) => theme.fontWeights.semiBold};
  text-decoration: none;
  overflow-wrap: anywhere;

  &:hover {
    text-decoration: underline;
  }
`;

const MoreLink = styled(Link)`
  color: ${({ theme }) => theme.colors.primary600};
  font-size: 1.2rem;
`;

const Row = styled(Flex)`
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
`;

interface AttentionGroupProps {
  title: string;
  keys: readonly AttentionKey[];
  total: number;
  /** Where all of them are. */
  moreTo: string;
  moreLabel: (count: number) => string;
  detailOf: (key: AttentionKey) => ReactNode;
}

/** Some keys that have the same trouble, and how many more there are. */
export const AttentionGroup = ({
  title,
  keys,
  total,
  moreTo,
  moreLabel,
  detailOf,
}: AttentionGroupProps) =>
  total === 0 ? null : (
    <div>
      <Typography tag="h3" variant="sigma" textColor="neutral600">
        {title}
      </Typography>
      <Box tag="ul" paddingTop={2}>
        {keys.map((key) => (
          <Row
            tag="li"
            key={key.id}
            justifyContent="space-between"
            gap={4}
            paddingTop={2}
            paddingBottom={2}
            wrap="wrap"
          >
            <Flex gap={2} wrap="wrap">
              <KeyLink to={keyPaths.detail(key.id)}>{key.name}</KeyLink>
              <Mono textColor="neutral600">{key.displayId}</Mono>
            </Flex>
            <Typography variant="pi" textColor="neutral600">
              {detailOf(key)}
            </Typography>
          </Row>
        ))}
      </Box>
      {total > keys.length ? (
        <MoreLink to={moreTo}>{moreLabel(total - keys.length)}</MoreLink>
      ) : null}
    </div>
  );
