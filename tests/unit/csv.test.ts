import { text } from 'node:stream/consumers';

import { parseInstant } from '../../server/src/domain/units';
import { csvFile } from '../../server/src/services/csv';

type Row = Record<'name' | 'note', string | null>;

const NOW = parseInstant('2026-11-22T23:59:00Z');
const COLUMNS = (['name', 'note'] as const).map((field) => ({
  header: field,
  value: (row: Row) => row[field],
}));

async function* pagesOf(...pages: Row[][]) {
  await Promise.resolve();
  yield* pages;
}

const fileOf = (...pages: Row[][]) => csvFile('keys', NOW, COLUMNS, pagesOf(...pages));
const contentOf = async (...pages: Row[][]) => text((await fileOf(...pages)).content);

describe('a CSV file', () => {
  it('is named by what is in it and the day in UTC', async () => {
    expect((await fileOf()).name).toBe('keys-2026-11-22.csv');
  });

  it('begins with the byte order mark and the headings, even without a row', async () => {
    const { content } = await fileOf();
    const chunks = await content.toArray();
    expect(Buffer.concat(chunks as Buffer[]).toString('hex')).toBe(
      `efbbbf${Buffer.from('name,note\r\n').toString('hex')}`,
    );
  });

  it('ends every line with CR and LF, and holds all pages in order', async () => {
    expect(
      await contentOf(
        [
          { name: 'a', note: null },
          { name: 'b', note: 'x' },
        ],
        [],
        [{ name: 'c', note: '' }],
      ),
    ).toBe('name,note\r\na,\r\nb,x\r\nc,\r\n');
  });

  it.each(['a,b', 'say "hi"', 'two\nlines', 'two\r\nlines', 'carriage\rreturn'])(
    'keeps %j in one cell',
    async (note) => {
      expect(await contentOf([{ name: 'a', note }])).toBe(
        `name,note\r\na,"${note.replaceAll('"', '""')}"\r\n`,
      );
    },
  );

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', "=cmd|' /C calc'!A0"])(
    'lets no spreadsheet run %j as a formula',
    async (name) => {
      const content = await contentOf([{ name, note: name }]);
      expect(content.split('\r\n')[1]).toMatch(/^"?'.*,"?'/);
    },
  );

  it('fails before it begins where the first page cannot be read', async () => {
    const failing: AsyncIterable<Row[]> = {
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('no database')) }),
    };
    await expect(csvFile('keys', NOW, COLUMNS, failing)).rejects.toThrow('no database');
  });

  it('fails while it is read where a later page cannot be', async () => {
    async function* failing(): AsyncGenerator<Row[]> {
      yield [{ name: 'a', note: 'b' }];
      await Promise.resolve();
      throw new Error('no database');
    }
    const { content } = await csvFile('keys', NOW, COLUMNS, failing());
    await expect(text(content)).rejects.toThrow('no database');
  });

  it('reads no further than its reader has come, and stops where the reader leaves', async () => {
    let read = 0;
    let ended = false;
    async function* endless(): AsyncGenerator<Row[]> {
      try {
        for (;;) {
          await Promise.resolve();
          read += 1;
          yield [{ name: 'x'.repeat(1000), note: null }];
        }
      } finally {
        ended = true;
      }
    }
    const { content } = await csvFile('keys', NOW, COLUMNS, endless());
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(read).toBeLessThan(200);
    content.destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(ended).toBe(true);
  });
});
