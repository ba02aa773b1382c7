import type { RateLimit } from '../../../contracts';

/** Where a key stands with its limit, this request included. */
export interface RateState {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Until the window ends, rounded up: whoever waits so long is let in. */
  readonly resetSeconds: number;
}

/**
 * Judges a request by the count of its window.
 *
 * @param used - Requests of the window, this one included.
 * @param leftMs - Until the window ends; more than its length where a clock was put back.
 */
export const rateState = (
  { requests, windowSeconds }: RateLimit,
  used: number,
  leftMs: number,
): RateState => ({
  allowed: used <= requests,
  limit: requests,
  remaining: Math.max(0, requests - used),
  resetSeconds: Math.min(windowSeconds, Math.max(1, Math.ceil(leftMs / 1000))),
});

/**
 * Headers of every answer to a key that has a limit: the three fields of
 * draft-ietf-httpapi-ratelimit-headers-06, with the reset in seconds from now. Later drafts fold
 * them into one structured field that few clients read yet.
 */
export const rateHeaders = ({
  limit,
  remaining,
  resetSeconds,
}: RateState): Record<string, string> => ({
  'RateLimit-Limit': String(limit),
  'RateLimit-Remaining': String(remaining),
  'RateLimit-Reset': String(resetSeconds),
});

/**
 * Whether one limit lets in more requests than another over some span of time: its windows that
 * begin within one of the other's, all used up, come to more than the other's number.
 */
export const allowsMore = (limit: RateLimit, than: RateLimit): boolean =>
  limit.requests * Math.ceil(than.windowSeconds / limit.windowSeconds) > than.requests;

/** Names the count of a key under one limit: with another limit it begins anew. */
export const rateSlot = (keyId: number, { requests, windowSeconds }: RateLimit): string =>
  `${String(keyId)}:${String(requests)}/${String(windowSeconds)}`;
