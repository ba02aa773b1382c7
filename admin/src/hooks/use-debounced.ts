import { useEffect, useState } from 'react';

/** A value that follows another once that has rested for a while. */
export const useDebounced = <T>(value: T, pauseMs = 250): T => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(value);
    }, pauseMs);
    return () => {
      clearTimeout(timer);
    };
  }, [value, pauseMs]);
  return settled;
};
