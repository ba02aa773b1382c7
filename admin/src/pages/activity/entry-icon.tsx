import { WarningCircle } from '@strapi/icons';
import { styled } from 'styled-components';
import type { ActivityKind } from '../../../../contracts/activity';

/** What somebody should look into. */
const ALARMING = new Set<ActivityKind>(['alert.raised', 'attempt.denied', 'notice.failed']);

const Warning = styled(WarningCircle)`
  width: 1.4rem;
  height: 1.4rem;
  margin-inline-end: ${({ theme }) => theme.spaces[2]};
  vertical-align: text-bottom;

  path {
    fill: ${({ theme }) => theme.colors.danger600};
  }
`;

/** Draws the eye to what went wrong; the sentence beside it says so in words. */
export const EntryIcon = ({ kind }: { kind: ActivityKind }) =>
  ALARMING.has(kind) ? <Warning aria-hidden /> : null;
