import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { toIso, type EpochMs } from '../domain/units';

/** One column: its heading, and what stands under it; `null` and absence leave the cell empty. */
export interface CsvColumn<T> {
  readonly header: string;
  readonly value: (row: T) => string | number | null | undefined;
}

/** A file that is made while it is sent. */
export interface CsvFile {
  readonly name: string;
  /** Fails where the rows do; whoever reads it must then break the answer off. */
  readonly content: Readable;
}

async function* cells<T>(
  columns: readonly CsvColumn<T>[],
  pages: AsyncIterable<readonly T[]>,
): AsyncGenerator<(string | number | null | undefined)[]> {
  for await (const page of pages) {
    for (const row of page) yield columns.map(({ value }) => value(row));
  }
}

/** The first page read before anything is answered: what fails at once is an error, not half a file. */
export const begun = async <T>(pages: AsyncIterable<T>): Promise<AsyncIterable<T>> => {
  const iterator = pages[Symbol.asyncIterator]();
  let first: IteratorResult<T> | undefined = await iterator.next();
  return {
    [Symbol.asyncIterator]: () => ({
      next: () => {
        if (first === undefined) return iterator.next();
        const result = first;
        first = undefined;
        return Promise.resolve(result);
      },
      return: async () => {
        await iterator.return?.();
        return { done: true, value: undefined };
      },
    }),
  };
};

/**
 * CSV after RFC 4180, in UTF-8 with the byte order mark that spreadsheets look for. A cell that one
 * of them would run as a formula gets an apostrophe before it (OWASP, "CSV Injection").
 *
 * @param what - Beginning of the file's name; the day follows.
 * @param pages - Rows, a page at a time: the next one is read when the reader has taken the last.
 * @throws whatever the first page throws.
 */
export const csvFile = async <T>(
  what: string,
  now: EpochMs,
  columns: readonly CsvColumn<T>[],
  pages: AsyncIterable<readonly T[]>,
): Promise<CsvFile> => {
  const content = stringify({
    bom: true,
    columns: columns.map(({ header }) => ({ key: header, header })),
    escape_formulas: true,
    header: true,
    // A line break of either kind, not only the one between records.
    quoted_match: [/[\r\n]/],
    record_delimiter: 'windows',
  });
  const source = Readable.from(cells(columns, await begun(pages)));
  // A fault or an end of either side destroys both; the error is seen by whoever reads `content`.
  pipeline(source, content).catch(() => undefined);
  return { name: `${what}-${toIso(now).slice(0, 10)}.csv`, content };
};
