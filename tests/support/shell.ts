/** As much of a shell's grammar as the blocks of the docs use. */

const QUOTED = /"((?:[^"\\]|\\.)*)"|'([^']*)'/g;
const TOKEN =
  /[^\S\n]+|#[^\n]*|(?<end>[\n;&|()]+)|(?<redirect>[<>]+)|(?<word>(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s;&|()<>"'])+)/g;
const ASSIGNMENT = /^\w+=/;

/**
 * The commands of a block, each as its words without quotes; also those of pipes, of parentheses and
 * of `$(…)`. What is assigned, redirected or a comment is left out.
 */
export const commandsOf = (block: string): string[][] => {
  const commands: string[][] = [[]];
  let isFile = false;
  for (const { groups = {} } of block.replaceAll('\\\n', ' ').matchAll(TOKEN)) {
    const { end, redirect, word } = groups;
    if (end !== undefined) commands.push([]);
    if (redirect !== undefined) isFile = true;
    if (word === undefined) continue;
    const text = word.replace(
      QUOTED,
      (_, double?: string, single?: string) => double ?? single ?? '',
    );
    const words = commands.at(-1) ?? [];
    if (!isFile && !(words.length === 0 && ASSIGNMENT.test(text))) words.push(text);
    isFile = false;
  }
  return commands.filter((words) => words.length > 0);
};
