import type { IncomingMessage } from 'node:http';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { findToken, type PresentedToken } from '../domain/presented';
import { getService } from '../services/get-service';
import { pluginConfig } from '../services/plugin-config';
import type { Verification } from '../services/verifier';

/** The parts of a Koa context that policies have too. */
export type RequestContext = Pick<Context, 'req' | 'request' | 'response' | 'state'>;

interface RequestRecord {
  readonly presented: PresentedToken;
  verification?: Promise<Verification>;
  /** Set once the verification has ended. */
  ended?: Verification;
}

const header = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join(',') : value;

/** Remembers what was found of each request, so that a token is decided about once. */
export const createRequests = (strapi: Core.Strapi) => {
  const records = new WeakMap<IncomingMessage, RequestRecord>();
  const { header: keyHeader, keyPrefix } = pluginConfig(strapi);

  const recordOf = ({ req }: RequestContext): RequestRecord => {
    const found = records.get(req);
    if (found !== undefined) return found;
    const apiKey = keyHeader === false ? undefined : header(req.headers[keyHeader]);
    const record = { presented: findToken(req.headers.authorization, apiKey, keyPrefix) };
    records.set(req, record);
    return record;
  };

  const decide = async (
    ctx: RequestContext,
    { presented }: RequestRecord,
  ): Promise<Verification> => {
    switch (presented.kind) {
      case 'none':
        return { outcome: 'refused', refusal: { code: 'missing_token' } };
      case 'damaged':
        return { outcome: 'refused', refusal: { code: 'invalid_token' } };
      case 'conflict':
        return { outcome: 'refused', refusal: { code: 'conflicting_tokens' } };
      case 'token':
        return getService(strapi, 'verifier').verify(presented.token, ctx.request.ip || null);
    }
  };

  return {
    presented: (ctx: RequestContext): PresentedToken => recordOf(ctx).presented,

    /** The one decision about a request's token, however often it is asked for. */
    async verify(ctx: RequestContext): Promise<Verification> {
      const record = recordOf(ctx);
      record.verification ??= decide(ctx, record);
      record.ended = await record.verification;
      return record.ended;
    },

    /** What has been decided so far; `undefined` where nobody asked. */
    ended: (ctx: RequestContext): Verification | undefined => records.get(ctx.req)?.ended,
  };
};

export type Requests = ReturnType<typeof createRequests>;
