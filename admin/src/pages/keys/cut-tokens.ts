/*
 * Prefix, Access ID and the start of a secret. Eight characters of the secret are enough to see
 * that it is one: a token that was cut short while being copied must not travel either.
 */
const TOKEN = /([a-z][a-z0-9]{1,15}_[0-9A-Za-z]{12})_[0-9A-Za-z]{8,}/;

/** Text to search for: where it holds a token, the token's Access ID and nothing else. */
export const cutTokens = (text: string): string => TOKEN.exec(text)?.[1] ?? text;
