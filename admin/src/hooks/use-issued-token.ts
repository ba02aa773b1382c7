import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** A token that was just issued, and the key that it belongs to. */
export interface IssuedToken {
  readonly data: { readonly id: string; readonly name: string; readonly displayId: string };
  /** Clear text. */
  readonly token: string;
}

/**
 * Holds an issued token for as long as its page is shown. Nothing else may keep it: no URL, no
 * history state, no storage, no store. A browser that freezes the page to bring it back later (the
 * back-forward cache) freezes it without the token, and starts anew when it does.
 */
export const useIssuedToken = <Issued extends IssuedToken = IssuedToken>() => {
  const [issued, setIssued] = useState<Issued | null>(null);

  useEffect(() => {
    if (issued === null) return;
    const restart = (event: PageTransitionEvent) => {
      if (event.persisted) window.location.reload();
    };
    const forget = () => {
      window.addEventListener('pageshow', restart);
      flushSync(() => {
        setIssued(null);
      });
    };
    window.addEventListener('pagehide', forget);
    return () => {
      window.removeEventListener('pagehide', forget);
    };
  }, [issued]);

  return { issued, setIssued };
};
