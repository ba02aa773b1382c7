/** The blocks of code in a page of the docs. */

export interface CodeBlock {
  /** What the fence says: `ts`, `js`, `sh`, `json`; nothing where it says nothing. */
  readonly language: string;
  readonly text: string;
  /** Line of the page that its first line stands on, from 1. */
  readonly line: number;
  /** Where the app has it, as its first line says in a comment. */
  readonly file?: string;
}

const FENCE = /^```(.*)\n([^]*?)^```$/gm;
const FILE = /^(?:\/\/|#) (\S+\.\w+)$/m;

/** All blocks of a page, in its order. */
export const codeBlocksOf = (markdown: string): CodeBlock[] =>
  [...markdown.matchAll(FENCE)].map(({ 1: language = '', 2: text = '', index }) => {
    const [first = ''] = text.split('\n');
    const file = FILE.exec(first)?.[1];
    const line = markdown.slice(0, index).split('\n').length + 1;
    return { language, text, line, ...(file === undefined ? {} : { file }) };
  });
