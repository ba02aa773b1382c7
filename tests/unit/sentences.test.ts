import { createKeyBody, createRoleBody, listKeysQuery, sentenceOf } from '../../contracts';

const SCHEMAS = { key: createKeyBody, role: createRoleBody, list: listKeysQuery };

const sentences = (of: keyof typeof SCHEMAS, input: unknown): string[] => {
  const { error } = SCHEMAS[of].safeParse(input, { error: sentenceOf });
  return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
};

const ROLE = { name: 'Editor', kind: 'custom' };

describe('what is wrong with a field', () => {
  it.each<[string, keyof typeof SCHEMAS, unknown, string]>([
    ['a list missing', 'key', { name: 'a', roles: 'x' }, 'roles: This must be a list.'],
    ['text missing', 'key', { name: 'a', roles: [1] }, 'roles.0: This must be text.'],
    ['an object missing', 'key', 'text', ': This must be an object.'],
    ['nothing at all', 'key', undefined, ': This is required.'],
    [
      'a field missing',
      'role',
      { name: 'a' },
      'kind: This must be one of "custom", "read-only", "full-access".',
    ],
    ['a truth missing', 'role', { ...ROLE, drafts: 1 }, 'drafts: This must be true or false.'],
    ['no id', 'key', { name: 'a', roles: [''] }, 'roles.0: This is no id.'],
    ['too short', 'role', { ...ROLE, permissions: [''] }, 'permissions.0: This may not be empty.'],
    [
      'too long',
      'list',
      { search: 'a'.repeat(201) },
      'search: This must have at most 200 characters.',
    ],
    [
      'too many',
      'role',
      { ...ROLE, permissions: Array(5001).fill('a') },
      'permissions: This must have at most 5000 entries.',
    ],
    ['too small', 'list', { page: 0 }, 'page: This must be at least 1.'],
    ['too big', 'list', { page: 1e7 }, 'page: This must be at most 1000000.'],
    ['a fraction', 'list', { page: 1.5 }, 'page: This must be a whole number.'],
    ['unknown', 'key', { name: 'a', colour: 1 }, ': There is no such field.'],
    ['in its own words', 'key', { name: '' }, 'name: The Access Name is required.'],
  ])('is said in a sentence: %s', (_, of, input, sentence) => {
    expect(sentences(of, input)).toContain(sentence);
  });
});
