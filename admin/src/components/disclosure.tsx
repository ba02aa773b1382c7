import { Box, Typography } from '@strapi/design-system';
import { type ReactNode } from 'react';
import { styled } from 'styled-components';

const Details = styled.details`
  > summary {
    cursor: pointer;
    border-radius: ${({ theme }) => theme.borderRadius};
  }

  > summary:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }

  > summary::marker {
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

interface DisclosureProps {
  title: string;
  /** In a few words, what is inside. */
  hint?: string | undefined;
  /** As what its title is read. */
  level?: 'h2' | 'h3';
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  children: ReactNode;
}

/** A part of a page that is closed at first, and opens by click or by keyboard. */
export const Disclosure = ({
  title,
  hint,
  level = 'h2',
  isOpen,
  onToggle,
  children,
}: DisclosureProps) => (
  <Details
    open={isOpen}
    onToggle={(event) => {
      onToggle(event.currentTarget.open);
    }}
  >
    <summary>
      <Typography
        variant={level === 'h2' ? 'delta' : 'omega'}
        fontWeight="bold"
        tag={level}
        style={{ display: 'inline' }}
      >
        {title}
      </Typography>
      {hint === undefined ? null : (
        <Typography textColor="neutral600">
          {' · '}
          {hint}
        </Typography>
      )}
    </summary>
    <Box paddingTop={4}>{children}</Box>
  </Details>
);
