import { EXPIRY_HEADER, WARN_DAYS } from './expiry-warning';
import { REFUSAL_ANSWERS } from './refusals';

/** A Security Scheme Object of OpenAPI 3.1 (section 4.8.27), as far as keys need it. */
type SecurityScheme =
  | {
      readonly type: 'http';
      readonly scheme: 'bearer';
      readonly bearerFormat: string;
      readonly description: string;
    }
  | {
      readonly type: 'apiKey';
      readonly in: 'header';
      readonly name: string;
      readonly description: string;
    };

/** A Security Requirement Object: all of its schemes are needed at once. */
export type SecurityRequirement = Readonly<Record<string, readonly string[]>>;

/** Where an API key may be sent, by the name of the scheme in an OpenAPI document. */
const BEARER_SCHEME = 'apiAccessBearer';
const HEADER_SCHEME = 'apiAccessHeader';

const refusals = Object.entries(REFUSAL_ANSWERS).map(
  ([code, { status, message }]) => `| ${String(status)} | \`${code}\` | ${message} |`,
);

/** CommonMark, as OpenAPI takes it. The document has no other place for headers of every answer. */
const description = (howSent: string): string =>
  [
    `An API key of this app's content API, sent ${howSent}. Never send it in a URL. ` +
      'Answers to a key carry `Cache-Control: private`.',
    `From ${String(WARN_DAYS)} days before a key expires, answers to it carry \`${EXPIRY_HEADER}\`: ` +
      'the moment of its expiry as an HTTP date, in UTC. Have the key regenerated or replaced before then.',
    'Answers to a key with a rate limit carry `RateLimit-Limit`, `RateLimit-Remaining` and ' +
      '`RateLimit-Reset` (seconds). Over the limit, the answer is 429 with `Retry-After` (seconds).',
    'Refusals, by status and `error.details.code`; `error.details.help` says what to do:',
    ['| status | code | meaning |', '| --- | --- | --- |', ...refusals].join('\n'),
  ].join('\n\n');

/**
 * The security schemes of keys.
 *
 * @param header - The second header that may carry a key; `false` where there is none.
 */
export const securitySchemes = (header: string | false): Record<string, SecurityScheme> => ({
  [BEARER_SCHEME]: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'API key',
    description: description('as `Authorization: Bearer <key>`'),
  },
  ...(header === false
    ? {}
    : {
        [HEADER_SCHEME]: {
          type: 'apiKey',
          in: 'header',
          name: header,
          description: description(`as \`${header}: <key>\``),
        },
      }),
});

/**
 * A document's requirements with keys as further alternatives: one of the list is enough. An empty
 * list asks for nothing, which `{}` goes on saying beside the keys.
 */
export const withAlternatives = (
  required: readonly SecurityRequirement[],
  names: readonly string[],
): SecurityRequirement[] => {
  const kept = required.length === 0 ? [{}] : required;
  const isThere = (name: string) => kept.some((each) => Object.keys(each).join() === name);
  return [...kept, ...names.filter((name) => !isThere(name)).map((name) => ({ [name]: [] }))];
};
