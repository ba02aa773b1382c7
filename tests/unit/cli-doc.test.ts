import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { commandSections } from '../support/cli-options';

const FILE = path.join(__dirname, '../../docs/cli.md');
const MADE = /(<!-- made from[^>]*-->\n\n)([\s\S]*?)(\n\n<!-- end -->)/;

/** However wide the columns of a table are set. */
const withoutWidths = (text: string): string =>
  text.replace(/-{3,}/g, '---').replace(/ +/g, ' ').trim();

describe('the commands in the docs', () => {
  it('take what their help says', () => {
    const made = commandSections();
    const doc = readFileSync(FILE, 'utf8');
    if (process.env.UPDATE_DOCS === '1')
      writeFileSync(
        FILE,
        doc.replace(MADE, (_, begin: string, __, end: string) => begin + made + end),
      );

    const [, , told = ''] = MADE.exec(readFileSync(FILE, 'utf8')) ?? [];

    expect(withoutWidths(told)).toBe(withoutWidths(made));
  });
});
