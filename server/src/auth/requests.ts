import type { IncomingMessage } from 'node:http';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { RateLimit } from '../../../contracts';
import { findToken, type PresentedToken } from '../domain/presented';
import type { Refusal } from '../domain/refusals';
import { clientAddress } from '../services/client-address';
import { serviceOnce } from '../services/get-service';
import { pluginConfig } from '../services/plugin-config';
import type { Granted, Verification } from '../services/verifier';
import { createPoints } from './graphql-points';

/** The parts of a Koa context that policies have too. */
export type RequestContext = Pick<Context, 'req' | 'request' | 'response' | 'state'>;

interface RequestRecord {
  readonly presented: PresentedToken;
  address?: string | null;
  verification?: Promise<Verification>;
  /** Set once the verification has ended. */
  ended?: Verification;
  /** Why it was stopped after it had been let in. */
  stopped?: Refusal;
  /** Actions that were asked for and allowed. */
  used?: Set<string>;
}

const header = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join(',') : value;

/** Remembers what was found of each request, so that a token is decided about once. */
export const createRequests = (strapi: Core.Strapi) => {
  const records = new WeakMap<IncomingMessage, RequestRecord>();
  const { header: keyHeader, keyPrefix } = pluginConfig(strapi);
  const verifier = serviceOnce(strapi, 'verifier');
  const rateLimits = serviceOnce(strapi, 'rate-limits');
  const pointsOf = createPoints(strapi);

  const recordOf = ({ req }: RequestContext): RequestRecord => {
    const found = records.get(req);
    if (found !== undefined) return found;
    const apiKey = keyHeader === false ? undefined : header(req.headers[keyHeader]);
    const record = { presented: findToken(req.headers.authorization, apiKey, keyPrefix) };
    records.set(req, record);
    return record;
  };

  const addressOf = (ctx: RequestContext): string | null => {
    const record = recordOf(ctx);
    record.address ??= clientAddress(ctx);
    return record.address;
  };

  /** A request is counted against its key's limit here alone, so once. */
  const limited = async (
    granted: Granted,
    limit: RateLimit,
    points: number,
  ): Promise<Verification> => {
    const { keyId, credentials, expiresAt } = granted;
    const rate = await rateLimits().count(keyId, limit, points);
    if (rate.allowed) return { ...granted, rate };
    const { accessId } = credentials;
    const retryAfterSeconds = rate.resetSeconds;
    return {
      outcome: 'refused',
      refusal: { code: 'rate_limited', accessId, retryAfterSeconds },
      keyId,
      expiresAt,
      rate,
    };
  };

  const counted = async (
    verification: Verification,
    ctx: RequestContext,
  ): Promise<Verification> => {
    if (verification.outcome === 'refused' || verification.rateLimit === null) return verification;
    return limited(verification, verification.rateLimit, pointsOf(ctx));
  };

  const refused = (
    code: 'missing_token' | 'invalid_token' | 'conflicting_tokens',
  ): Verification => ({
    outcome: 'refused',
    refusal: { code },
  });

  const decide = async (
    ctx: RequestContext,
    { presented }: RequestRecord,
  ): Promise<Verification> => {
    switch (presented.kind) {
      case 'none':
        return refused('missing_token');
      case 'damaged':
        return refused('invalid_token');
      case 'conflict':
        return refused('conflicting_tokens');
      case 'token':
        return counted(await verifier().verify(presented.token, addressOf(ctx)), ctx);
      case 'strapi-token': {
        const moved = await verifier().verifyMoved(presented.text, addressOf(ctx));
        return moved === null ? refused('missing_token') : counted(moved, ctx);
      }
    }
  };

  return {
    presented: (ctx: RequestContext): PresentedToken => recordOf(ctx).presented,

    /** Whether a request surely carries a key, well or badly. */
    carriesKey(ctx: RequestContext): boolean {
      const { kind } = recordOf(ctx).presented;
      return kind !== 'none' && kind !== 'strapi-token';
    },

    /** The one decision about a request's token, however often it is asked for. */
    verify(ctx: RequestContext): Promise<Verification> {
      const record = recordOf(ctx);
      record.verification ??= decide(ctx, record).then((verification) => {
        record.ended = verification;
        return verification;
      });
      return record.verification;
    },

    /**
     * Counts what a request turns out to ask for besides what it was counted as.
     *
     * @returns Why it must not go on, where that is too much.
     */
    async countFurther(ctx: RequestContext, points: number): Promise<Refusal | undefined> {
      const record = recordOf(ctx);
      const { ended } = record;
      if (ended?.outcome !== 'granted' || ended.rateLimit === null) return undefined;
      const counted = await limited(ended, ended.rateLimit, points);
      record.ended = counted;
      if (counted.outcome === 'granted') return undefined;
      record.stopped = counted.refusal;
      return counted.refusal;
    },

    /** Why a request was stopped after it had been let in. */
    stopped: (ctx: RequestContext): Refusal | undefined => records.get(ctx.req)?.stopped,

    /** Where a request came from. */
    addressOf,

    /** What has been decided so far; `undefined` where nobody asked. */
    ended: (ctx: RequestContext): Verification | undefined => records.get(ctx.req)?.ended,

    /** Notes actions that were asked for and allowed: the route's, and those that relations need. */
    noteUsed(ctx: RequestContext, actions: readonly string[]): void {
      const record = recordOf(ctx);
      record.used ??= new Set();
      for (const action of actions) record.used.add(action);
    },

    used: (ctx: RequestContext): Iterable<string> => records.get(ctx.req)?.used ?? [],
  };
};

export type Requests = ReturnType<typeof createRequests>;
