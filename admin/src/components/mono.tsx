import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

/** Text that is compared letter by letter: Access IDs, tokens, codes, action names. */
export const Mono = styled(Typography)`
  font-family: ui-monospace, SFMono-Regular, Menlo, Monaco, Consolas, monospace;
  font-size: 1.3rem;
`;
