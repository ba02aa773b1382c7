import type { Core } from '@strapi/strapi';
import { expiryHeaders } from '../domain/expiry-warning';
import { rateHeaders } from '../domain/rate';
import { REFUSAL_ANSWERS, refusalBody, refusalHeaders, type Refusal } from '../domain/refusals';
import { clientAddress } from '../services/client-address';
import { getService } from '../services/get-service';
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

/** Headers of every answer to a key: no shared cache may hand it to somebody else. */
const markAnswer = (strapi: Core.Strapi, { response }: RequestContext): void => {
  const { header } = pluginConfig(strapi);
  const current = response.get('Cache-Control');
  if (!/\b(?:private|no-store)\b/i.test(current)) {
    const rest = current
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '' && !/^(?:public|s-maxage)/i.test(part));
    response.set('Cache-Control', ['private', ...rest].join(', '));
  }
  response.vary('Authorization');
  if (header !== false) response.vary(header);
};

/** Counts a request of a true holder, and apart from those one that only knows the Access ID. */
const count = (
  strapi: Core.Strapi,
  requests: Requests,
  ctx: RequestContext,
  verification: Verification,
  thrown: Refusal | undefined,
): void => {
  const usage = getService(strapi, 'usage');
  const isRefused = verification.outcome === 'refused';
  if (isRefused && verification.forgedKeyId !== undefined)
    usage.countForged(verification.forgedKeyId);
  const { keyId } = verification;
  if (keyId === undefined) return;
  const address = clientAddress(ctx);
  const why = isRefused ? verification.refusal : thrown;
  if (why === undefined) usage.countAllowed(keyId, requests.used(ctx), address);
  else usage.countDenied(keyId, why, address);
};

/**
 * Runs the rest of a request, then sees to what every request with a key needs: headers of the
 * answer, and one count of its use or denial.
 */
export const answering = async (
  strapi: Core.Strapi,
  requests: Requests,
  ctx: RequestContext,
  next: () => Promise<unknown>,
): Promise<void> => {
  let refusal: Refusal | undefined;
  try {
    await next();
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    refusal = error.refusal;
  } finally {
    const verification = requests.ended(ctx);
    if (verification !== undefined) count(strapi, requests, ctx, verification, refusal);
    if (verification?.rate !== undefined) ctx.response.set(rateHeaders(verification.rate));
    if (verification?.expiresAt !== undefined) {
      const now = getService(strapi, 'clock').now();
      ctx.response.set(expiryHeaders(verification.expiresAt, now));
    }
    if (verification?.outcome === 'granted') markAnswer(strapi, ctx);
  }
  if (refusal !== undefined) sendRefusal(ctx, refusal);
};
