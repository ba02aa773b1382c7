import type { Core } from '@strapi/strapi';
import { LRUCache } from 'lru-cache';
import { decide, isSameKey, type Presented } from '../domain/decision';
import { GateFullError } from '../domain/gate';
import type { Refusal } from '../domain/refusals';
import type { Token } from '../domain/token';
import { toIsoOrNull, type EpochMs } from '../domain/units';
import type { ApiAccessCredentials } from '../types';
import type { CompiledGrants } from './abilities';
import type { PresentedCredential } from './credentials';
import { getService } from './get-service';
import { pluginConfig } from './plugin-config';

export interface Granted {
  readonly outcome: 'granted';
  readonly keyId: number;
  readonly credentials: ApiAccessCredentials;
  readonly grants: CompiledGrants;
  readonly expiresAt: EpochMs | null;
}

export interface Refused {
  readonly outcome: 'refused';
  readonly refusal: Refusal;
  /** Whose denial it counts as; absent where the true secret was not shown. */
  readonly keyId?: number;
}

export type Verification = Granted | Refused;

class VerificationTimeout extends Error {}

/** Secrets that argon2 has confirmed in this process, by the hash that it confirmed them against. */
const CONFIRMED_MAX = 10_000;

/** The only code that decides about a token: for the strategy, the policies and the app's own code. */
export const createVerifier = ({ strapi }: { strapi: Core.Strapi }) => {
  const { verifyTimeoutMs } = pluginConfig(strapi);
  const secrets = getService(strapi, 'secrets');
  const hashing = getService(strapi, 'hashing');
  const credentials = getService(strapi, 'credentials');
  const abilities = getService(strapi, 'abilities');
  const clock = getService(strapi, 'clock');
  const confirmed = new LRUCache<string, string>({ max: CONFIRMED_MAX });
  const confirming = new Map<string, Promise<boolean>>();

  /**
   * argon2 decides, once for however many requests wait for it, and the mac is renewed. What it
   * confirmed is remembered: while nodes with two server secrets run side by side, each finds the
   * other's mac in the row, and must not run argon2 for every request.
   */
  const confirm = async (row: PresentedCredential, secret: string): Promise<boolean> => {
    const mac = secrets.mac(secret);
    if (confirmed.get(row.secretHash) === mac) return true;
    const name = `${row.secretHash} ${mac}`;
    const running = confirming.get(name);
    if (running !== undefined) return running;
    const run = (async () => {
      if (!(await hashing.verify(row.secretHash, secret))) return false;
      confirmed.set(row.secretHash, mac);
      await credentials.renewMac(row, mac, secrets.keyId).catch((error: unknown) => {
        strapi.log.warn(`api-access: a mac could not be renewed: ${String(error)}`);
      });
      return true;
    })().finally(() => confirming.delete(name));
    confirming.set(name, run);
    return run;
  };

  const secretMatches = async (row: PresentedCredential, secret: string): Promise<boolean> => {
    if (row.macKeyId === secrets.keyId) return secrets.macMatches(row.mac, secret);
    return secrets.tagMatches(row.secretTag, secret) && confirm(row, secret);
  };

  const grant = async (row: PresentedCredential): Promise<Granted> => {
    const grants = await abilities.of(row.roleSet, row.epoch);
    const { ownerKind, ownerId } = row;
    return {
      outcome: 'granted',
      keyId: row.keyId,
      grants,
      expiresAt: row.expiresAt,
      credentials: {
        type: 'api-key',
        id: row.documentId,
        accessId: row.accessId,
        name: row.name,
        roles: grants.roles.map(({ code }) => code),
        owner:
          (ownerKind === 'admin' || ownerKind === 'user') && ownerId !== null
            ? { kind: ownerKind, id: ownerId }
            : null,
        expiresAt: toIsoOrNull(row.expiresAt),
      },
    };
  };

  const judge = async (token: Token, address: string | null): Promise<Verification> => {
    const presented: Presented = { accessId: token.accessId, prefix: token.prefix, address };
    const row = await credentials.findPresented(token.accessId);
    const matches =
      row !== null && isSameKey(row, presented) && (await secretMatches(row, token.secret));
    const decision = decide(row, matches, presented, clock.now());
    if (decision.granted && row !== null) return grant(row);
    const code = decision.granted ? 'invalid_token' : decision.reason;
    return matches
      ? { outcome: 'refused', refusal: { code, accessId: row.accessId }, keyId: row.keyId }
      : { outcome: 'refused', refusal: { code } };
  };

  const within = async <T>(limitMs: number, work: Promise<T>): Promise<T> => {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new VerificationTimeout(`no answer within ${limitMs} ms`));
      }, limitMs);
    });
    try {
      return await Promise.race([work, limit]);
    } finally {
      clearTimeout(timer);
    }
  };

  return {
    /**
     * Decides about one presented token. Never throws: whatever goes wrong is a refusal, and a
     * fault of the database is told apart from a bad token.
     *
     * @param address - Address of the client, for keys that are held to networks.
     */
    async verify(token: Token, address: string | null): Promise<Verification> {
      try {
        return await within(verifyTimeoutMs, judge(token, address));
      } catch (error) {
        if (error instanceof GateFullError)
          return { outcome: 'refused', refusal: { code: 'verification_busy' } };
        strapi.log.error(`api-access: a key could not be checked: ${String(error)}`);
        return { outcome: 'refused', refusal: { code: 'verification_unavailable' } };
      }
    },
  };
};

export type Verifier = ReturnType<typeof createVerifier>;
