import { displayId, hintOf, withoutSecrets } from '../../../server/src/domain/token';
import type { JudgedToken } from '../app/token-state';
import type { FoundToken } from './scanner';

/** One find as it is told: without its secret. */
export interface ToldFind {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly prefix: string;
  readonly accessId: string;
  readonly displayId: string;
  readonly hint: string;
  /** What the app says of it, where it was asked. */
  readonly state?: JudgedToken['state'];
  readonly name?: string | null;
}

/** A name that a terminal is not led astray by, and that shows no secret either. */
export const toldFile = (file: string): string =>
  withoutSecrets(file).replace(/[\p{Cc}\p{Cf}]/gu, '?');

export const toldFind = (
  file: string,
  { line, column, token }: FoundToken,
  judged?: JudgedToken,
): ToldFind => ({
  file: toldFile(file),
  line,
  column,
  prefix: token.prefix,
  accessId: token.accessId,
  displayId: displayId(token.prefix, token.accessId),
  hint: hintOf(token),
  ...(judged === undefined ? {} : { state: judged.state, name: judged.key?.name ?? null }),
});

/** As compilers tell a place, so that editors can go there. */
export const findLine = ({ file, line, column, hint, state, name }: ToldFind): string =>
  [`${file}:${String(line)}:${String(column)}`, hint, state, name]
    .filter((part) => part !== undefined && part !== null)
    .join('  ');
