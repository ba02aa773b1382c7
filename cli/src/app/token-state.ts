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

/** The Access ID of a key whose true secret it is: nobody else is told it. */
const provenAccessId = (verification: Verification): string | undefined =>
  verification.outcome === 'granted'
    ? verification.credentials.accessId
    : verification.refusal.accessId;

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
  const proven = provenAccessId(verification);
  // One moved from Strapi's own API tokens has no Access ID in itself.
  const accessId = proven ?? parseToken(token)?.accessId;
  const key = accessId === undefined ? null : await keyOfAccessId(app, accessId);
  if (key === null) return { state: 'unknown', key, verification };
  return { state: proven === undefined ? 'other-secret' : key.status, key, verification };
};
