import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { configurationTable } from '../support/configuration-table';

const FILE = path.join(__dirname, '../../docs/configuration.md');
const TABLE = /(<!-- made from[^>]*-->\n\n)([\s\S]*?)(\n\n<!-- end -->)/;

/** The cells of a table, however wide its columns are set. */
const cellsOf = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim().replace(/^-+$/, '---')));

describe('the table of options in the docs', () => {
  it('says what the schema of the config says', () => {
    const made = configurationTable();
    const doc = readFileSync(FILE, 'utf8');
    if (process.env.UPDATE_DOCS === '1')
      writeFileSync(
        FILE,
        doc.replace(TABLE, (_, begin: string, __, end: string) => begin + made + end),
      );

    const [, , table = ''] = TABLE.exec(readFileSync(FILE, 'utf8')) ?? [];

    expect(cellsOf(table)).toEqual(cellsOf(made));
  });
});
