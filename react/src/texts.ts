/**
 * Every text of the component, in English. The first five have the names, and the words, that the
 * admin panel has for them. What stands in braces is filled in.
 */
export const DEFAULT_TEXTS = {
  'text-field-label': 'Token',
  'no-key-text': 'You have no token yet',
  'generate-key-text': 'Generate token',
  'regenerate-button-text': 'Regenerate token',
  'copy-button-aria-label': 'Copy the token',

  'loading-text': 'Loading…',
  'signed-out-text': 'Sign in to see and manage your token.',
  'not-allowed-text':
    'You may not hold tokens with this account. If you are not signed in any more, sign in again.',
  'closed-text': 'No token can be made at the moment. Ask whoever runs this site.',
  'revoked-text': 'Your token was revoked, and never works again.',
  'unreachable-text': 'The server did not answer as it should. Try again.',
  'changed-text': 'This token was changed elsewhere in the meantime. Look at it and try again.',
  'retry-button-text': 'Try again',

  'generated-text': 'Your token was generated. Store it now: it is not shown again.',
  'regenerated-text': 'Your token was regenerated. Store it now: it is not shown again.',
  'deleted-text': 'Your token was deleted.',
  'copied-text': 'The token was copied.',
  'copy-failed-text':
    'The browser did not let the token be copied. It is selected: copy it yourself.',
  'done-button-text': 'Done, I stored it',

  'roles-label': 'API roles',
  'roles-missing-text': 'Choose at least one API role.',
  'no-roles-text': 'None',
  'created-label': 'Created',
  'last-used-label': 'Last used',
  'expires-label': 'Expiration date',
  'never-text': 'Never',
  'status-label': 'Status',
  'status-active-text': 'Active',
  'status-expired-text': 'Expired: it works again once it is regenerated.',
  'status-suspended-text': 'Suspended: it works again once your account does.',

  'expiry-choose-text': 'Choose an expiration date',
  'expiry-date-text': 'On a date…',
  'expiry-date-label': 'Date and time of expiration',
  'expiry-on-text': 'Expires on {date}.',

  'regenerate-title': 'Regenerate your token?',
  'regenerate-description':
    'The present token stops working at once, and whatever sends it is refused until it has the new one.',
  'regenerate-closed-text': 'It cannot be regenerated: what it may do is no longer open to you.',
  'delete-button-text': 'Delete token',
  'delete-title': 'Delete your token?',
  'delete-description':
    'Whatever sends this token is refused at once, and it cannot be brought back.',
  'cancel-button-text': 'Cancel',

  /** The name under which a new token is kept; administrators see it too. */
  'token-name': 'Personal token',
} as const;

export type TextKey = keyof typeof DEFAULT_TEXTS;

/** The texts that an app may give in its own words. */
export type APIAccessTexts = Record<TextKey, string>;

/** The text of a key, with its placeholders filled. */
export type Translate = (key: TextKey, values?: Readonly<Record<string, string>>) => string;

/** An app's own texts, English where it has none. */
export const translator = (own: Partial<APIAccessTexts> = {}): Translate => {
  const text = (key: TextKey) => own[key] ?? DEFAULT_TEXTS[key];
  return (key, values = {}) =>
    text(key).replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
};
