import { TOKEN_ANYWHERE } from '../../../contracts';
import { MAX_TOKEN_LENGTH, parseToken, type Token } from '../../../server/src/domain/token';

/** Where a token stands: line and column from 1, the column in UTF-16 units, as editors count. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface FoundToken extends Place {
  readonly token: Token;
  /** With its secret: for asking the app about it, never for printing. */
  readonly text: string;
}

interface Match {
  readonly index: number;
  readonly text: string;
  readonly token: Token;
}

/**
 * The token at the end of what the expression matched. Letters before a prefix look as if they were
 * part of it, as in `\nsak_…` within quotes: only the checksum tells where it begins.
 */
const tokenWithin = (matched: string, at: number): Match | null => {
  const last = matched.indexOf('_') - 2;
  for (let start = 0; start <= last; start += 1) {
    const text = matched.slice(start);
    const token = parseToken(text);
    if (token !== null) return { index: at + start, text, token };
  }
  return null;
};

/** Every token in a text, by shape and checksum. */
function* tokensIn(text: string): Generator<Match> {
  const pattern = new RegExp(TOKEN_ANYWHERE);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [matched] = match;
    const found = tokenWithin(matched, match.index);
    if (found !== null) yield found;
    // A token may begin within what only looked like one.
    else pattern.lastIndex = match.index + matched.indexOf('_');
  }
}

const after = ({ line, column }: Place, text: string): Place => {
  let breaks = 0;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', lineStart)) {
    breaks += 1;
    lineStart = at + 1;
  }
  return breaks === 0
    ? { line, column: column + text.length }
    : { line: line + breaks, column: text.length - lineStart + 1 };
};

/**
 * Finds tokens in a text that comes in pieces of any size, each once, wherever it is cut. Keeps no
 * more than the last piece and what may be the beginning of a token.
 */
export const createScanner = () => {
  let held = '';
  let place: Place = { line: 1, column: 1 };

  return {
    /** The tokens that end within the next piece. */
    *next(piece: string): Generator<FoundToken> {
      const text = held + piece;
      let read = 0;
      const readTo = (index: number): void => {
        place = after(place, text.slice(read, index));
        read = index;
      };
      for (const { index, text: found, token } of tokensIn(text)) {
        readTo(index);
        yield { ...place, token, text: found };
        readTo(index + found.length);
      }
      readTo(Math.max(read, text.length - MAX_TOKEN_LENGTH + 1));
      held = text.slice(read);
    },
  };
};
