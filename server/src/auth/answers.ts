import type { Core } from '@strapi/strapi';
import { expiryHeaders } from '../domain/expiry-warning';
import { rateHeaders } from '../domain/rate';
import { REFUSAL_ANSWERS, refusalBody, refusalHeaders, type Refusal } from '../domain/refusals';
import { serviceOnce } from '../services/get-service';
import { pluginConfig } from '../services/plugin-config';
import type { Verification } from '../services/verifier';
import { RefusedError } from './refused-error';
import type { RequestContext, Requests } from './requests';

/** Answers a refusal: status, headers and body as RFC 6750 and the docs say. */
export const sendRefusal = ({ response }: RequestContext, refusal: Refusal): void => {
  response.set(refusalHeaders(refusal));
  response.status = REFUSAL_ANSWERS[refusal.code].status;
  response.body = refusalBody(refusal);
};

const IS_PRIVATE = /\b(?:private|no-store)\b/i;

/** `Cache-Control` of an answer to a key: no shared cache may hand it to somebody else. */
const privately = (current: string): string => {
  if (current === '') return 'private';
  if (IS_PRIVATE.test(current)) return current;
  const rest = current
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^(?:public|s-maxage)/i.test(part));
  return ['private', ...rest].join(', ');
};

/** Runs the rest of a request, and answers it as every request with a key needs. */
export type Answering = (ctx: RequestContext, next: () => Promise<unknown>) => Promise<void>;

/** What every request with a key needs: headers of the answer, and one count of its use or denial. */
export const createAnswering = (strapi: Core.Strapi, requests: Requests): Answering => {
  const { header } = pluginConfig(strapi);
  const varied = ['Authorization', ...(header === false ? [] : [header])].join(', ');
  const usage = serviceOnce(strapi, 'usage');
  const clock = serviceOnce(strapi, 'clock');

  /** Counts a request of a true holder, and apart from those one that only knows the Access ID. */
  const count = (
    ctx: RequestContext,
    verification: Verification,
    thrown: Refusal | undefined,
  ): void => {
    const isRefused = verification.outcome === 'refused';
    if (isRefused && verification.forgedKeyId !== undefined)
      usage().countForged(verification.forgedKeyId);
    const { keyId } = verification;
    if (keyId === undefined) return;
    const address = requests.addressOf(ctx);
    const why = isRefused ? verification.refusal : thrown;
    if (why === undefined) usage().countAllowed(keyId, requests.used(ctx), address);
    else usage().countDenied(keyId, why, address);
  };

  const mark = ({ response }: RequestContext, { outcome, rate, expiresAt }: Verification): void => {
    if (rate !== undefined) response.set(rateHeaders(rate));
    if (expiresAt !== undefined && expiresAt !== null)
      response.set(expiryHeaders(expiresAt, clock().now()));
    if (outcome !== 'granted') return;
    response.set('Cache-Control', privately(response.get('Cache-Control')));
    response.vary(varied);
  };

  return async (ctx, next) => {
    let refusal: Refusal | undefined;
    try {
      await next();
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      refusal = error.refusal;
    } finally {
      const verification = requests.ended(ctx);
      if (verification !== undefined) {
        count(ctx, verification, refusal);
        mark(ctx, verification);
      }
    }
    // Apollo has answered a request that was stopped while it ran; the refusal takes that place.
    refusal ??= requests.stopped(ctx);
    if (refusal !== undefined) sendRefusal(ctx, refusal);
  };
};
