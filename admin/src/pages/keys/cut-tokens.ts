/*
 * Prefix, Access ID and the start of a secret. Eight characters of the secret are enough to see
 * that it is one: a token that was cut short while being copied must not travel either.
 */
const TOKEN = /([a-z][a-z0-9]{1,15}_[0-9A-Za-z]{12})_[0-9A-Za-z]{8,}/g;

/** Cuts every token in a text to its Access ID, which may be shown and searched for. */
export const cutTokens = (text: string): string => text.replace(TOKEN, '$1');
