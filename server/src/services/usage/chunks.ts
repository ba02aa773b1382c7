/** Rows of one statement; well below SQLite's limit of bound values. */
const CHUNK = 100;

/** What is to be written, a statement at a time. */
export const chunks = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, at) =>
    rows.slice(at * CHUNK, (at + 1) * CHUNK),
  );
