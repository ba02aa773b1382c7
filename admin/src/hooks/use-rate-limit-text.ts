import { useCallback } from 'react';
import type { RateLimit } from '../../../contracts/rate-limit';
import { windowOf } from '../components/rate-limit-text';
import { useT } from '../translations/use-t';

/** A rate limit in words: "100 requests per minute". */
export const useRateLimitText = () => {
  const t = useT();
  return useCallback(
    ({ requests, windowSeconds }: RateLimit): string => {
      const { every, unit } = windowOf(windowSeconds);
      return t(`key.rate.per.${unit}`, { requests, every });
    },
    [t],
  );
};
