import { useCallback, useEffect, useRef } from 'react';

/** A handler that stays the same function, so that what is memoised is not drawn again for it. */
export const useEvent = <Args extends unknown[]>(handler: (...args: Args) => void) => {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  return useCallback((...args: Args) => {
    latest.current(...args);
  }, []);
};
