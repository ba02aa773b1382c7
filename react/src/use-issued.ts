import { type RefObject, useEffect, useState } from 'react';
import type { IssuedMyToken } from '../../contracts/my-tokens';

/** Marks the part of the page that shows a clear text. */
export const ISSUED = 'data-issued';

/**
 * Holds a token that was just issued, for as long as it is shown. Nothing else may keep it: no URL,
 * no history state, no storage. A browser that freezes the page to bring it back later freezes it
 * without the token.
 */
export const useIssued = (root: RefObject<HTMLElement | null>) => {
  const [issued, setIssued] = useState<IssuedMyToken | null>(null);

  useEffect(() => {
    if (issued === null) return;
    const forget = () => {
      // The page may be frozen before React gets to it.
      for (const field of root.current?.querySelectorAll<HTMLInputElement>(`[${ISSUED}] input`) ??
        []) {
        field.value = '';
      }
      setIssued(null);
    };
    window.addEventListener('pagehide', forget);
    return () => {
      window.removeEventListener('pagehide', forget);
    };
  }, [issued, root]);

  return { issued, setIssued };
};
