import { TOKEN_ANYWHERE } from '../../../contracts';

const ADDRESS = /[^\s<>"'()[\],;:]+@[^\s<>"'()[\],;:]+/g;
const USER_INFO = /(\w+:\/\/)[^\s/@]+@/g;
const MAX_LENGTH = 300;
const MAX_READ = 4000;
const SHORTEST_SECRET = 4;

/** Names of provider options that hold what signs in to a mail server. */
const CREDENTIAL = /user|pass|secret|token|key|auth|login|account/i;

/** Every text of the provider's options that could sign somebody in, as it stands and in base64. */
export const credentialsIn = (
  options: unknown,
  isCredential = false,
  seen = new Map<object, boolean>(),
): string[] => {
  if (typeof options === 'string') {
    if (!isCredential || options.length < SHORTEST_SECRET) return [];
    return [options, Buffer.from(options).toString('base64')];
  }
  if (typeof options !== 'object' || options === null) return [];
  // An app may hand over a client of its own, which leads back to itself; what was met under a
  // harmless name is read again under that of a credential.
  const metAs = seen.get(options);
  if (metAs === true || metAs === isCredential) return [];
  seen.set(options, isCredential);
  return Object.entries(options).flatMap(([name, value]) =>
    credentialsIn(value, isCredential || CREDENTIAL.test(name), seen),
  );
};

const sentenceOf = (thrown: unknown): string => {
  if (typeof thrown === 'string') return thrown;
  const { response, message } = (thrown ?? {}) as { response?: unknown; message?: unknown };
  // Of a refusal: what the server said, without what the client makes of it.
  if (typeof response === 'string' && response !== '') return response;
  return typeof message === 'string' ? message : '';
};

/**
 * What the mail server said, in one line that may be stored and shown: without addresses, and
 * without what signs in to it.
 */
export const mailErrorOf = (thrown: unknown, credentials: readonly string[]): string => {
  const hidden = [...credentials].sort((a, b) => b.length - a.length);
  const text = hidden
    .reduce((rest, secret) => rest.split(secret).join('…'), sentenceOf(thrown))
    // What is looked through for addresses takes time by the square of its length.
    .slice(0, MAX_READ)
    .replace(USER_INFO, '$1')
    .replace(TOKEN_ANYWHERE, '…')
    .replace(ADDRESS, '…')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return text === '' ? 'The mail server gave no reason.' : text.slice(0, MAX_LENGTH);
};

/** Whether a mail server refused one recipient, and would have taken the mail for another (RFC 5321). */
export const isRecipientRefused = (thrown: unknown): boolean =>
  (thrown as { command?: unknown } | null | undefined)?.command === 'RCPT TO';
