import { keyEndpoints, type IssuedKey } from '../../contracts';
import { answerOf } from '../support/admin-api';
import { forged, makeKey, revoke } from '../support/consumers';
import { databaseUnderTest } from '../support/database-servers';
import { type Playground, startPlayground } from '../support/playground';

let playground: Playground;
let main: IssuedKey;

beforeAll(async () => {
  playground = await startPlayground();
  const { strapi } = playground;
  main = await makeKey(strapi, {
    name: 'prod-main-app',
    description: 'Reads the catalogue',
    tags: ['storefront', 'per_cent'],
  });
  await makeKey(strapi, { name: 'École 100%', description: 'a_b\\c and [d] or !e' });
  await makeKey(strapi, { name: 'Ünder_score', description: null });
  await makeKey(strapi, { name: 'plain under score' });
  await revoke(strapi, await makeKey(strapi, { name: 'prod-old-app' }));
});

afterAll(async () => {
  await playground.stop();
});

const found = async (search: string): Promise<string[]> => {
  const { data } = await answerOf(playground.admin, keyEndpoints.list, {
    query: { search, sort: 'createdAt:asc' },
  });
  return data.map(({ name }) => name);
};

describe('searching the list of keys', () => {
  it.each([
    ['a part of the name', 'main', ['prod-main-app']],
    ['another case', 'PROD-Main', ['prod-main-app']],
    ['blanks around', '  main ', ['prod-main-app']],
    ['a name with accents, as it is written', 'École', ['École 100%']],
    ['the part of a word behind its accent', 'COLE', ['École 100%']],
    ['the description', 'CATALOGUE', ['prod-main-app']],
    ['a tag', 'storef', ['prod-main-app']],
    ['a per cent sign', '100%', ['École 100%']],
    ['a per cent sign alone', '%', ['École 100%']],
    // MariaDB takes a letter for the same with and without its accent.
    ['an underscore in a name', 'under_s', databaseUnderTest() === 'mysql' ? ['Ünder_score'] : []],
    ['an underscore', 'nder_', ['Ünder_score']],
    ['an underscore in a tag', 'per_c', ['prod-main-app']],
    ['a backslash', 'a_b\\c', ['École 100%']],
    ['a bracket', '[d]', ['École 100%']],
    ['an exclamation mark', '!e', ['École 100%']],
    ['a quotation mark', "' or 1=1 --", []],
    ['words that no key has', 'nothing like it', []],
    ['a revoked key, which is hidden until asked for', 'prod-old', []],
  ])('finds %s', async (_, search, names) => {
    expect(await found(search)).toEqual(names);
  });

  it('finds a key by its Access ID, whole or in part, with and without the prefix', async () => {
    const { accessId, displayId } = main.data;

    expect(await found(accessId)).toEqual(['prod-main-app']);
    expect(await found(accessId.slice(2, 9))).toEqual(['prod-main-app']);
    expect(await found(displayId)).toEqual(['prod-main-app']);
    expect(await found(displayId.slice(0, 12))).toEqual(['prod-main-app']);
    expect(await found(main.data.hint)).toEqual(['prod-main-app']);
    expect(await found(`old_${accessId}`)).toEqual([]);
  });

  it('does not take the first word before an underscore for a prefix', async () => {
    const [letter = ''] = main.data.accessId;

    expect(await found(`nosuch_${letter}`)).toEqual([]);
  });

  it('finds the key of a whole token that was pasted', async () => {
    expect(await found(main.token)).toEqual(['prod-main-app']);
    expect(await found(` ${main.token} `)).toEqual(['prod-main-app']);
    expect(await found(forged(main.token))).toEqual(['prod-main-app']);
  });

  it('is no search where nothing was typed', async () => {
    expect(await found('')).toHaveLength(4);
    expect(await found('   ')).toHaveLength(4);
  });
});
