/** The parts of the docs that are made from the code, between two comments in the page. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from './playground-env';

const MADE = /(<!-- made from[^>]*-->\n\n)([\s\S]*?)(\n\n<!-- end -->)/;

/** However wide the columns of a table are set. */
const withoutWidths = (text: string): string =>
  text.replace(/-{3,}/g, '---').replace(/ +/g, ' ').trim();

/**
 * What a page of the docs holds and what it should, to be compared. With `UPDATE_DOCS=1` the page is
 * written first.
 *
 * @param page - Name of the file in `docs/`.
 */
export const toldAndMade = (page: string, made: string): { told: string; made: string } => {
  const file = path.join(ROOT, 'docs', page);
  if (process.env.UPDATE_DOCS === '1') {
    const doc = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      doc.replace(MADE, (_, begin: string, __, end: string) => begin + made + end),
    );
  }
  const [, , told = ''] = MADE.exec(readFileSync(file, 'utf8')) ?? [];
  return { told: withoutWidths(told), made: withoutWidths(made) };
};

const cell = (text: string): string => text.replace(/(?<!\\)\|/g, '\\|');

/** Rows as a table of Markdown, the first as its header. */
export const tableOf = ([header = [], ...rows]: readonly (readonly string[])[]): string =>
  [header, header.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map(cell).join(' | ')} |`)
    .join('\n');
