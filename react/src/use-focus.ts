import { type RefObject, useCallback, useEffect, useState } from 'react';
import { ISSUED } from './use-issued';

const fieldIn = (root: HTMLElement | null) =>
  root?.querySelector<HTMLElement>(`[${ISSUED}] input`) ??
  root?.querySelector<HTMLElement>('input[readonly]');

/**
 * Moves the focus to the token once what was done is on the screen: what did it is gone by then.
 * `ifLost` leaves it alone where it still is somewhere.
 */
export const useFocus = (root: RefObject<HTMLElement | null>) => {
  const [request, setRequest] = useState<{ readonly ifLost: boolean } | null>(null);

  useEffect(() => {
    if (request === null) return;
    if (request.ifLost && document.activeElement !== document.body) return;
    fieldIn(root.current)?.focus();
  }, [request, root]);

  return useCallback((ifLost = false) => {
    setRequest({ ifLost });
  }, []);
};
