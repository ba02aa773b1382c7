import { parseToken, TOKEN_PATTERN, type Token } from './token';

/**
 * What the headers of a request hold: nothing of ours, a well-formed token, one of ours with a
 * typing error (our prefix and shape, wrong checksum), or two different tokens.
 */
export type PresentedToken =
  | { readonly kind: 'none' }
  | { readonly kind: 'token'; readonly token: Token; readonly text: string }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'conflict' };

/** The token of `Authorization: Bearer <token>`, split just as Strapi's own strategies do. */
const bearer = (header: string | undefined): string[] => {
  const parts = header?.split(/\s+/) ?? [];
  const [scheme, token] = parts;
  return parts.length === 2 && scheme?.toLowerCase() === 'bearer' && token !== undefined
    ? [token]
    : [];
};

/** A header sent several times reaches Node as one text, joined by commas. */
const values = (header: string | undefined): string[] =>
  header?.split(',').map((part) => part.trim()) ?? [];

/**
 * Finds the token of a request. Anything that is not surely ours is left to other strategies.
 *
 * @param authorization - The `Authorization` header.
 * @param apiKey - The second header that may carry a key, where it is turned on.
 * @param prefix - Prefix of the tokens that this app issues now.
 */
export const findToken = (
  authorization: string | undefined,
  apiKey: string | undefined,
  prefix: string,
): PresentedToken => {
  const texts = [...new Set([...bearer(authorization), ...values(apiKey)])];
  const ours = texts.flatMap((text) => {
    const token = parseToken(text);
    return token === null ? [] : [{ token, text }];
  });
  if (ours.length > 1) return { kind: 'conflict' };
  const [only] = ours;
  if (only !== undefined) return { kind: 'token', ...only };
  const damaged = texts.some((text) => text.startsWith(`${prefix}_`) && TOKEN_PATTERN.test(text));
  return damaged ? { kind: 'damaged' } : { kind: 'none' };
};
