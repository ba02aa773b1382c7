import { Status, Typography } from '@strapi/design-system';
import type { KeyStatus } from '../../../../contracts/keys';
import { useT } from '../../translations/use-t';

const LOOKS = {
  active: 'success',
  expired: 'warning',
  revoked: 'danger',
  suspended: 'neutral',
} as const satisfies Record<KeyStatus, string>;

interface StatusBadgeProps {
  status: KeyStatus;
}

export const StatusBadge = ({ status }: StatusBadgeProps) => {
  const t = useT();
  const look = LOOKS[status];
  return (
    <Status variant={look} size="XS" width="min-content">
      <Typography variant="pi" fontWeight="bold" textColor={`${look}700`}>
        {t(`status.${status}`)}
      </Typography>
    </Status>
  );
};
