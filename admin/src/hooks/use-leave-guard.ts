import { useCallback, useEffect, useRef } from 'react';
import { type Blocker, useBlocker } from 'react-router-dom';

/**
 * Asks before a page is left while `when` holds: links and the back button through the router,
 * a reload or a closed tab through the browser's own question.
 *
 * @returns the router's blocker for the dialog, and `release`, to call right before leaving on purpose.
 */
export const useLeaveGuard = (when: boolean): { blocker: Blocker; release: () => void } => {
  const released = useRef(false);

  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      when && !released.current && currentLocation.pathname !== nextLocation.pathname,
  );

  useEffect(() => {
    if (!when) return;
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
    };
  }, [when]);

  const release = useCallback(() => {
    released.current = true;
  }, []);

  return { blocker, release };
};
