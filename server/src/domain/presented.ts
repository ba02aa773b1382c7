import { isStrapiToken } from './strapi-token';
import { parseToken, TOKEN_START, type Token } from './token';

/**
 * What the headers of a request hold: nothing of ours, a well-formed token, one of ours that was
 * damaged (our prefix and an Access ID, and no more of a token than that, or a wrong checksum), two
 * different tokens, or what looks like an API token of Strapi's own, which may have been moved here.
 */
export type PresentedToken =
  | { readonly kind: 'none' }
  | { readonly kind: 'token'; readonly token: Token; readonly text: string }
  | { readonly kind: 'strapi-token'; readonly text: string }
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
const values = (header: string): string[] => header.split(',').map((part) => part.trim());

const textsOf = (authorization: string | undefined, apiKey: string | undefined): string[] => {
  const borne = bearer(authorization);
  return apiKey === undefined ? borne : [...new Set([...borne, ...values(apiKey)])];
};

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
  const texts = textsOf(authorization, apiKey);
  let found: PresentedToken = { kind: 'none' };
  for (const text of texts) {
    const token = parseToken(text);
    if (token === null) continue;
    if (found.kind === 'token') return { kind: 'conflict' };
    found = { kind: 'token', token, text };
  }
  if (found.kind === 'token') return found;
  const damaged = texts.some((text) => text.startsWith(`${prefix}_`) && TOKEN_START.test(text));
  if (damaged) return { kind: 'damaged' };
  // Where Strapi itself looks for one, and nowhere else.
  const strapiToken = bearer(authorization).find(isStrapiToken);
  return strapiToken === undefined ? found : { kind: 'strapi-token', text: strapiToken };
};
