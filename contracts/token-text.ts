/**
 * A whole token anywhere in a text, its Access ID in the first group. Whoever pastes one where it
 * does not belong must not have it stored, logged or put into a URL.
 */
export const TOKEN_ANYWHERE = /[a-z][a-z0-9]{1,15}_([0-9A-Za-z]{12})_[0-9A-Za-z]{49}/g;

export const holdsToken = (text: string): boolean => text.search(TOKEN_ANYWHERE) !== -1;
