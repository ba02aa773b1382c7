import { useState } from 'react';
import { type Row, rowsOf } from './row-keys';

/** Names of the entries of a list, each with the key that it keeps. */
export const useRows = (names: readonly string[]): readonly Row[] => {
  const [before, setBefore] = useState(() => rowsOf([], names));
  const rows = rowsOf(before, names);
  if (JSON.stringify(rows) !== JSON.stringify(before)) setBefore(rows);
  return rows;
};
