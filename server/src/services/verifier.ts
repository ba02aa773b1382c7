import type { Core } from '@strapi/strapi';
import { LRUCache } from 'lru-cache';
import type { RateLimit } from '../../../contracts';
import { decide, isSameKey, type Presented } from '../domain/decision';
import { GateFullError } from '../domain/gate';
import { keyTypeOf } from '../domain/key-type';
import type { RateState } from '../domain/rate';
import type { Refusal } from '../domain/refusals';
import type { Token } from '../domain/token';
import { toIsoOrNull, type EpochMs } from '../domain/units';
import type { ApiAccessCredentials } from '../types';
import type { CompiledGrants } from './abilities';
import type { PresentedCredential } from './credentials';
import { getService } from './get-service';
import { pluginConfig } from './plugin-config';
import { faultOf } from './storage/database';
import { deadlineIn, leftUntil, within } from './within';

export interface Granted {
  readonly outcome: 'granted';
  readonly keyId: number;
  readonly credentials: ApiAccessCredentials;
  readonly grants: CompiledGrants;
  readonly expiresAt: EpochMs | null;
  /** Its own limit or the one for all; `null` where it has none. */
  readonly rateLimit: RateLimit | null;
  /** Where it stands with that; absent where no request was counted. */
  readonly rate?: RateState;
}

export interface Refused {
  readonly outcome: 'refused';
  readonly refusal: Refusal;
  /** Whose denial it counts as; absent where the true secret was not shown. */
  readonly keyId?: number;
  /** The key whose Access ID was shown with a wrong secret. */
  readonly forgedKeyId?: number;
  /** Of a key that works and is refused for now; absent where it does not, or not from there. */
  readonly expiresAt?: EpochMs | null;
  readonly rate?: RateState;
}

export type Verification = Granted | Refused;

class VerificationTimeout extends Error {}

/** Secrets that argon2 has confirmed in this process, by the mac of another server that stood for them. */
const CONFIRMED_MAX = 10_000;

/** The only code that decides about a token: for the strategy, the policies and the app's own code. */
export const createVerifier = ({ strapi }: { strapi: Core.Strapi }) => {
  const { verifyTimeoutMs } = pluginConfig(strapi);
  const secrets = getService(strapi, 'secrets');
  const hashing = getService(strapi, 'hashing');
  const credentials = getService(strapi, 'credentials');
  const abilities = getService(strapi, 'abilities');
  const endUsers = getService(strapi, 'end-users');
  const rateLimits = getService(strapi, 'rate-limits');
  const clock = getService(strapi, 'clock');
  const confirmed = new LRUCache<string, string>({ max: CONFIRMED_MAX });
  const confirming = new Map<string, Promise<boolean>>();

  const tooLate = () => new VerificationTimeout(`no answer within ${verifyTimeoutMs} ms`);

  /** Work within what is left of the time limit; the read of the credential keeps to it by itself. */
  const inTime = <T>(deadline: number, work: Promise<T>): Promise<T> =>
    within(leftUntil(deadline), work, tooLate);

  /**
   * argon2 decides, once for however many requests wait for it, and the mac is renewed. What it
   * confirmed is remembered: while nodes with two server secrets run side by side, each finds the
   * other's mac in the row, and must not run argon2 for every request.
   */
  const confirm = async (row: PresentedCredential, secret: string): Promise<boolean> => {
    const mac = secrets.mac(secret);
    const other = `${row.macKeyId} ${row.mac}`;
    if (confirmed.get(other) === mac) return true;
    const name = `${other} ${mac}`;
    const running = confirming.get(name);
    if (running !== undefined) return running;
    const { keyId } = row;
    const run = (async () => {
      const secretHash = await credentials.secretHashOf(keyId);
      if (secretHash === null || !(await hashing.verify(secretHash, secret))) return false;
      confirmed.set(other, mac);
      await credentials
        .renewMac({ keyId, secretHash }, mac, secrets.keyId)
        .catch((error: unknown) => {
          strapi.log.warn(`api-access: a mac could not be renewed: ${faultOf(error)}`);
        });
      return true;
    })().finally(() => confirming.delete(name));
    confirming.set(name, run);
    return run;
  };

  /** Whether the secret is the key's; only one that argon2 has to decide about is waited for. */
  const secretMatches = (
    row: PresentedCredential,
    secret: string,
    deadline: number,
  ): boolean | Promise<boolean> => {
    if (row.macKeyId === secrets.keyId) return secrets.macMatches(row.mac, secret);
    return secrets.tagMatches(row.secretTag, secret) && inTime(deadline, confirm(row, secret));
  };

  /** The token of an end user can do no more than that person may. */
  const ownersGrants = async (
    { roleSet, epoch }: PresentedCredential,
    userId: string,
  ): Promise<CompiledGrants> => abilities.within(roleSet, epoch, await endUsers.actionsOf(userId));

  const grantsOf = (
    row: PresentedCredential,
    deadline: number,
  ): CompiledGrants | Promise<CompiledGrants> => {
    if (row.owner?.kind === 'user') return inTime(deadline, ownersGrants(row, row.owner.id));
    const grants = abilities.of(row.roleSet, row.epoch);
    return grants instanceof Promise ? inTime(deadline, grants) : grants;
  };

  const limitOf = (
    row: PresentedCredential,
    deadline: number,
  ): RateLimit | null | Promise<RateLimit | null> => {
    const limit = rateLimits.of(row);
    return limit instanceof Promise ? inTime(deadline, limit) : limit;
  };

  const granted = (
    row: PresentedCredential,
    grants: CompiledGrants,
    rateLimit: RateLimit | null,
  ): Granted => ({
    outcome: 'granted',
    keyId: row.keyId,
    grants,
    expiresAt: row.expiresAt,
    rateLimit,
    credentials: {
      type: keyTypeOf(row.owner),
      id: row.documentId,
      accessId: row.accessId,
      name: row.name,
      roles: grants.roles.map(({ code }) => code),
      owner: row.owner,
      expiresAt: toIsoOrNull(row.expiresAt),
    },
  });

  /** Waits only for what is not there yet: a wait costs each request, whether or not it is needed. */
  const judgeRow = async (
    row: PresentedCredential | null,
    presented: Presented,
    compare: (named: PresentedCredential) => boolean | Promise<boolean>,
    deadline: number,
  ): Promise<Verification> => {
    const named = row !== null && isSameKey(row, presented) ? row : null;
    const compared = named !== null && compare(named);
    const matches = typeof compared === 'boolean' ? compared : await compared;
    const decision = decide(row, matches, presented, clock.now());
    if (decision.granted && row !== null) {
      const grants = grantsOf(row, deadline);
      const compiled = grants instanceof Promise ? await grants : grants;
      const limit = limitOf(row, deadline);
      return granted(row, compiled, limit instanceof Promise ? await limit : limit);
    }
    const code = decision.granted ? 'invalid_token' : decision.reason;
    if (named === null) return { outcome: 'refused', refusal: { code } };
    const { accessId, keyId } = named;
    return matches
      ? { outcome: 'refused', refusal: { code, accessId }, keyId }
      : { outcome: 'refused', refusal: { code }, forgedKeyId: keyId };
  };

  const judge = async (
    { accessId, prefix, secret }: Token,
    address: string | null,
  ): Promise<Verification> => {
    const deadline = deadlineIn(verifyTimeoutMs);
    const row = await credentials.findPresented(accessId, deadline);
    const presented: Presented = { accessId, prefix, address };
    return judgeRow(row, presented, (named) => secretMatches(named, secret, deadline), deadline);
  };

  /** The token itself is what the key is found by, so whoever shows it holds the true secret. */
  const judgeMoved = async (text: string, address: string | null): Promise<Verification | null> => {
    const deadline = deadlineIn(verifyTimeoutMs);
    const row = await credentials.findMoved(secrets.strapiAccessKey(text), deadline);
    if (row === null) return null;
    return judgeRow(row, { ...row, address }, () => true, deadline);
  };

  const refusalAfter = (error: unknown): Verification => {
    if (error instanceof GateFullError)
      return { outcome: 'refused', refusal: { code: 'verification_busy' } };
    strapi.log.error(`api-access: a key could not be checked: ${faultOf(error)}`);
    return { outcome: 'refused', refusal: { code: 'verification_unavailable' } };
  };

  return {
    /**
     * Decides about one presented token. Never throws: whatever goes wrong is a refusal, and a
     * fault of the database is told apart from a bad token.
     *
     * @param address - Address of the client, for keys that are held to networks.
     */
    verify: (token: Token, address: string | null): Promise<Verification> =>
      judge(token, address).catch(refusalAfter),

    /**
     * The same about one of Strapi's own API tokens; `null` where no key goes by it, so that it is
     * Strapi's to decide about.
     */
    verifyMoved: (text: string, address: string | null): Promise<Verification | null> =>
      judgeMoved(text, address).catch(refusalAfter),
  };
};

export type Verifier = ReturnType<typeof createVerifier>;
