import { Status, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { KeyStatus } from '../../../contracts/keys';
import { useT } from '../translations/use-t';

const LOOKS = {
  active: 'success',
  expired: 'warning',
  revoked: 'danger',
  suspended: 'neutral',
} as const satisfies Record<KeyStatus, string>;

/** Strapi's own orange on orange falls short of the contrast that small text needs. */
const TEXT = {
  success: 'success700',
  warning: 'neutral800',
  danger: 'danger700',
  neutral: 'neutral700',
} as const;

/** One word, wherever it stands: lists of facts break long names between letters. */
const Word = styled(Typography)`
  white-space: nowrap;
`;

interface StatusBadgeProps {
  status: KeyStatus;
}

export const StatusBadge = ({ status }: StatusBadgeProps) => {
  const t = useT();
  const look = LOOKS[status];
  return (
    <Status variant={look} size="XS" width="min-content">
      <Word variant="pi" fontWeight="bold" textColor={TEXT[look]}>
        {t(`status.${status}`)}
      </Word>
    </Status>
  );
};
