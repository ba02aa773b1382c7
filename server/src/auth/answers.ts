import type { Core } from '@strapi/strapi';
import { DAY_MS } from '../domain/units';
import { REFUSAL_ANSWERS, refusalBody, refusalHeaders, type Refusal } from '../domain/refusals';
import { getService } from '../services/get-service';
import { pluginConfig } from '../services/plugin-config';
import type { Granted } from '../services/verifier';
import { RefusedError } from './refused-error';
import type { RequestContext, Requests } from './requests';

const WARN_DAYS = 30;

/** Answers a refusal: status, headers and body as RFC 6750 and the docs say. */
export const sendRefusal = ({ response }: RequestContext, refusal: Refusal): void => {
  response.set(refusalHeaders(refusal));
  response.status = REFUSAL_ANSWERS[refusal.code].status;
  response.body = refusalBody(refusal);
};

/** Headers of every answer to a key: no shared cache may hand it to somebody else. */
const markAnswer = (
  strapi: Core.Strapi,
  { response }: RequestContext,
  { expiresAt }: Granted,
): void => {
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
  const left = expiresAt === null ? Infinity : expiresAt - getService(strapi, 'clock').now();
  if (expiresAt !== null && left <= WARN_DAYS * DAY_MS) {
    response.set('API-Key-Expires', new Date(expiresAt).toUTCString());
  }
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
    const { keyId } = verification ?? {};
    if (keyId !== undefined) {
      const denied = refusal !== undefined || verification?.outcome === 'refused';
      getService(strapi, 'usage').count(
        keyId,
        denied ? 'denied' : 'allowed',
        ctx.request.ip || null,
      );
    }
    if (verification?.outcome === 'granted') markAnswer(strapi, ctx, verification);
  }
  if (refusal !== undefined) sendRefusal(ctx, refusal);
};
