import { Readable } from 'node:stream';
import { toIso, type EpochMs } from '../domain/units';
import { begun, type CsvFile } from './csv';

async function* pieces(pages: AsyncIterable<readonly unknown[]>): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const page of pages) {
    for (const row of page) {
      yield `${separator}${JSON.stringify(row)}`;
      separator = ',\n';
    }
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

/**
 * One JSON array, a row a line, made while it is sent.
 *
 * @param what - Beginning of the file's name; the day follows.
 * @param pages - Rows, a page at a time: the next one is read when the reader has taken the last.
 * @throws whatever the first page throws.
 */
export const jsonFile = async (
  what: string,
  now: EpochMs,
  pages: AsyncIterable<readonly unknown[]>,
): Promise<CsvFile & { readonly type: string }> => ({
  name: `${what}-${toIso(now).slice(0, 10)}.json`,
  type: 'application/json; charset=utf-8',
  content: Readable.from(pieces(await begun(pages))),
});
