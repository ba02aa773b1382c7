import { type RefObject, useEffect, useState } from 'react';

/** Whether an element holds more than fits its width. */
export const useOverflow = (element: RefObject<HTMLElement>): boolean => {
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const box = element.current;
    if (box === null) return;
    const observer = new ResizeObserver(() => {
      setOverflows(box.scrollWidth > box.clientWidth);
    });
    observer.observe(box);
    for (const child of box.children) observer.observe(child);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return overflows;
};
