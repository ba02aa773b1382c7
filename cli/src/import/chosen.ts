import { wrongUse } from '../exit';
import type { StrapiToken } from '../../../contracts';

/** How a person says which tokens are meant. */
export interface Choice {
  readonly all?: boolean;
  readonly token?: readonly string[];
}

const named = (tokens: readonly StrapiToken[], name: string): StrapiToken[] => {
  const found = tokens.filter((token) => token.name === name || String(token.id) === name);
  if (found.length === 0) throw wrongUse(`Strapi has no API token "${name}".`);
  return found;
};

/**
 * The tokens that were chosen, each once, in their order; all of them where nothing was said, which
 * is for looking alone.
 *
 * @throws CliError where a name is none of theirs.
 */
export const chosenTokens = (
  tokens: readonly StrapiToken[],
  { all, token }: Choice,
): readonly StrapiToken[] => {
  if (all === true) return tokens.filter(({ isUntouchedDefault }) => !isUntouchedDefault);
  if (token === undefined) return tokens;
  const wanted = new Set(token.flatMap((name) => named(tokens, name)));
  return tokens.filter((each) => wanted.has(each));
};
