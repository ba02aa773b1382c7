import { type RefObject, useEffect, useState } from 'react';

interface Overflow {
  /** Whether an element holds more than fits its width. */
  readonly overflows: boolean;
  /** Whether some of it still lies beyond the end, to which one may scroll. */
  readonly hasMore: boolean;
}

/** Widths may be fractions of a pixel, and are told rounded. */
const ROUNDING = 1;

/** What of an element's width is out of sight. */
export const useOverflow = (element: RefObject<HTMLElement>): Overflow => {
  const [overflows, setOverflows] = useState(false);
  const [hasMore, setHasMore] = useState(false);
  useEffect(() => {
    const box = element.current;
    if (box === null) return;
    const measure = () => {
      const hidden = box.scrollWidth - box.clientWidth;
      setOverflows(hidden > 0);
      // Negative where one reads from right to left.
      setHasMore(hidden - Math.abs(box.scrollLeft) > ROUNDING);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    for (const child of box.children) observer.observe(child);
    box.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', measure);
    };
  }, [element]);
  return { overflows, hasMore };
};
