import { wrongUse } from '../exit';
import type { World } from '../world';

/** Far more than any token with its line break. */
const MAX_INPUT = 10_000;

const fromStdin = async ({ stdin }: World): Promise<string> => {
  let text = '';
  for await (const chunk of stdin.setEncoding('utf8')) {
    text += String(chunk);
    if (text.length > MAX_INPUT) throw wrongUse('That is no token: it is far too long.');
  }
  return text;
};

const given = async (world: World, variable: string | undefined): Promise<string> => {
  if (variable !== undefined) return world.env[variable] ?? '';
  return world.isInteractive
    ? world.askHidden('Paste the token, which is not shown, and press Enter:')
    : fromStdin(world);
};

/**
 * A token, from a variable of the environment or from stdin. Never from an argument, which the
 * shell's history keeps and every process of the machine may read.
 */
export const readToken = async (world: World, variable: string | undefined): Promise<string> => {
  const token = (await given(world, variable)).trim();
  if (token !== '') return token;
  throw wrongUse(
    variable === undefined ? 'No token came on stdin.' : `The variable ${variable} holds no token.`,
  );
};
