import type { Key, KeyStatus } from '../../../contracts';
import { REFUSAL_ANSWERS } from '../../../server/src/domain/refusals';
import { parseToken } from '../../../server/src/domain/token';
import type { Verification } from '../../../server/src/services/verifier';
import { fault } from '../exit';
import { keyOfAccessId } from './find-keys';
import type { App } from './open-app';

/**
 * How it stands with a token: as its key does, where the secret is the key's; `other-secret` where
 * the key has another one (it was regenerated since, or the token is forged); `unknown` where this
 * app has no such key.
 */
export type TokenState = KeyStatus | 'other-secret' | 'unknown';

export interface JudgedToken {
  readonly state: TokenState;
  readonly key: Key | null;
  readonly verification: Verification;
}

/** Only who holds the true secret is told the Access ID. */
const holdsTrueSecret = (verification: Verification): boolean =>
  verification.outcome === 'granted' || verification.refusal.accessId !== undefined;

/**
 * Asks the app about a token.
 *
 * @param address - Where it is used from, for keys that are held to networks.
 * @throws CliError where the app could not decide.
 */
export const judgeToken = async (
  app: App,
  token: string,
  address: string | null = null,
): Promise<JudgedToken> => {
  const verification = await app.keys.verify(token, address);
  if (verification.outcome === 'refused') {
    const { status, message } = REFUSAL_ANSWERS[verification.refusal.code];
    if (status === 503) throw fault(`${message}.`);
  }
  const parsed = parseToken(token);
  const key = parsed === null ? null : await keyOfAccessId(app, parsed.accessId);
  if (key === null) return { state: 'unknown', key, verification };
  return { state: holdsTrueSecret(verification) ? key.status : 'other-secret', key, verification };
};
