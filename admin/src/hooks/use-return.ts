import { useCallback } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';

/** What a link gives its page, so that the page can go back to where the link was. */
export const cameFrom = (path: string) => ({ from: path });

const originOf = (state: unknown) =>
  typeof state === 'object' && state !== null && 'from' in state ? state.from : undefined;

/**
 * Leaves a page that has done its work: back, where a link on the target led here, so that the
 * target does not stand in the history twice; else on to it, in place of this page.
 */
export const useReturn = (target: string): (() => void) => {
  const navigate = useNavigate();
  const location = useLocation();
  const isBack = originOf(location.state) === target;
  return useCallback(() => {
    if (isBack) navigate(-1);
    else navigate(target, { replace: true });
  }, [isBack, navigate, target]);
};
