import { useCallback } from 'react';
import type { Failure } from '../api/failure';
import { useT } from '../translations/use-t';

/** A sentence for a failure, where no single field is at fault. */
export const useFailureText = () => {
  const t = useT();
  return useCallback(
    ({ code, message, status, upgrade }: Failure): string => {
      if (code === 'revision_conflict') return t('error.revision-conflict');
      if (upgrade !== undefined) return upgrade.reason ?? t('upgrade.no-reason');
      if (code === null && status !== null && status >= 500) return t('error.server');
      return message ?? t('error.unreachable');
    },
    [t],
  );
};
