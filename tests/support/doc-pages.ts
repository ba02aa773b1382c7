/** Every page that users read, with its blocks of code. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { type CodeBlock, codeBlocksOf } from './code-blocks';
import { ROOT } from './playground-env';

export interface DocBlock extends CodeBlock {
  readonly page: string;
  /** `docs/cli.md:7`. */
  readonly where: string;
}

export const DOC_PAGES: readonly string[] = [
  'README.md',
  'SECURITY.md',
  ...readdirSync(path.join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

export const textOfPage = (page: string): string => readFileSync(path.join(ROOT, page), 'utf8');

export const docBlocks: readonly DocBlock[] = DOC_PAGES.flatMap((page) =>
  codeBlocksOf(textOfPage(page)).map((block) => ({
    ...block,
    page,
    where: `${page}:${String(block.line)}`,
  })),
);
