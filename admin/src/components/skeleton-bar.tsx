import { keyframes, styled } from 'styled-components';

const pulse = keyframes`
  50% { opacity: 0.4; }
`;

/** Stands where a line of text will be. */
export const SkeletonBar = styled.span.attrs({ 'aria-hidden': true })<{ $width?: string }>`
  display: block;
  width: ${({ $width = '100%' }) => $width};
  height: 1.2rem;
  margin-block: 1rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral150};

  @media (prefers-reduced-motion: no-preference) {
    animation: ${pulse} 1.6s ease-in-out infinite;
  }
`;
