import { type z } from 'zod';

import {
  createKeyBody,
  createRoleBody,
  holdsToken,
  tagBody,
  updateKeyBody,
  updateRoleBody,
} from '../../contracts';
import { formatToken, withoutSecrets } from '../../server/src/domain/token';

const ACCESS_ID = '7Hd2kQpXw3Zt';
const TOKEN = formatToken({
  prefix: 'sak',
  accessId: ACCESS_ID,
  secret: 'a1B2'.repeat(11).slice(1),
});

/** Ways in which a token comes into a text. */
const PASTED: [string, string][] = [
  ['alone', TOKEN],
  ['among words', `the key ${TOKEN} of prod`],
  ['in a header', `Authorization: Bearer ${TOKEN}`],
  ['with a wrong checksum', `${TOKEN.slice(0, -1)}${TOKEN.endsWith('0') ? '1' : '0'}`],
  ['with another prefix', TOKEN.replace('sak_', 'acme_')],
  ['within a longer word', `x${TOKEN}y`],
];

const faultsOf = (schema: z.ZodType, input: unknown): string[] =>
  schema
    .safeParse(input)
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

const sentence = (what: string) =>
  `${what} may not hold a token: revoke or regenerate the key that it belongs to.`;

describe.each(PASTED)('a token %s', (_, text) => {
  it.each([
    ['the name of a key', createKeyBody, { name: text }, 'name: The Access Name'],
    ['a new name of a key', updateKeyBody, { name: text, revision: 0 }, 'name: The Access Name'],
    [
      'its description',
      createKeyBody,
      { name: 'a', description: `one\n${text}` },
      'description: The description',
    ],
    [
      'a new description',
      updateKeyBody,
      { description: text, revision: 0 },
      'description: The description',
    ],
    ['its tags', createKeyBody, { name: 'a', tags: ['b', text] }, 'tags.1: A tag'],
    [
      'its technical owner',
      createKeyBody,
      { name: 'a', technicalOwner: { name: text, emails: [] } },
      'technicalOwner.name: The technical owner',
    ],
    ['the name of an API role', createRoleBody, { name: text, kind: 'custom' }, 'name: The name'],
    [
      'its description, changed',
      updateRoleBody,
      { description: text, revision: 0 },
      'description: The description',
    ],
    ['the name of a tag', tagBody, { name: text }, 'name: The name'],
  ])('is refused in %s', (__, schema, input, at) => {
    expect(faultsOf(schema, input)).toContain(sentence(at));
  });

  it('is seen every time, and its secret cut out', () => {
    expect([1, 2, 3].map(() => holdsToken(text))).toEqual([true, true, true]);
    expect(withoutSecrets(text)).toContain(ACCESS_ID);
    expect(holdsToken(withoutSecrets(text))).toBe(false);
  });
});

describe('what is no whole token', () => {
  it.each([
    ['an Access ID', ACCESS_ID],
    ['an Access ID behind its prefix', `sak_${ACCESS_ID}`],
    ['the hint', `sak_${ACCESS_ID}_••••a1B2`],
    ['the beginning of a token', TOKEN.slice(0, -1)],
    ['a token with a blank inside', `${TOKEN.slice(0, 30)} ${TOKEN.slice(30)}`],
  ])('may be written about: %s', (_, text) => {
    expect(holdsToken(text)).toBe(false);
    expect(createKeyBody.safeParse({ name: 'a', description: text }).success).toBe(true);
  });
});
