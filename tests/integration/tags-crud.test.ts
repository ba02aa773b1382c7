import { tagEndpoints, type Endpoint, type Tag } from '../../contracts';
import { answerOf, changingNothing, refusalOf } from '../support/admin-api';
import { makeKey, revoke, serviceOf } from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground();
});

afterAll(async () => {
  await playground.stop();
});

const create = async (name: string): Promise<Tag> =>
  (await answerOf(playground.admin, tagEndpoints.create, { body: { name } }, 201)).data;
const read = async (id: string): Promise<Tag> =>
  (await answerOf(playground.admin, tagEndpoints.read, { id })).data;
const list = (query: Record<string, unknown> = {}) =>
  answerOf(playground.admin, tagEndpoints.list, { query });
const refused = (endpoint: Endpoint, body?: unknown, id?: string) =>
  changingNothing(playground.strapi, () => refusalOf(playground.admin, endpoint, { id, body }));
const keyWith = (...tags: string[]) => makeKey(playground.strapi, { tags });
const tagsOf = async (id: string) =>
  (await serviceOf(playground.strapi, 'keys').read(id)).tags.map(({ name }) => name);

describe('a tag', () => {
  it('is made, read, renamed and deleted', async () => {
    const tag = await create(' web ');
    expect(tag).toMatchObject({ name: 'web', keyCount: 0 });
    const { data: key } = await keyWith('WEB');
    expect(await read(tag.id)).toEqual({ ...tag, keyCount: 1 });

    const renamed = await answerOf(playground.admin, tagEndpoints.update, {
      id: tag.id,
      body: { name: 'Website' },
    });
    expect(renamed.data).toEqual({ ...tag, name: 'Website', keyCount: 1 });
    expect(await tagsOf(key.id)).toEqual(['Website']);

    const deleted = await answerOf(playground.admin, tagEndpoints.delete, { id: tag.id });
    expect(deleted.data).toEqual(renamed.data);
    expect(await tagsOf(key.id)).toEqual([]);
    expect(await refused(tagEndpoints.read, undefined, tag.id)).toMatchObject({ status: 404 });
  });

  it('may change its own case, and its name is free after a rename', async () => {
    const { id } = await create('casing');
    await answerOf(playground.admin, tagEndpoints.update, { id, body: { name: 'CASING' } });
    await answerOf(playground.admin, tagEndpoints.update, { id, body: { name: 'elsewhere' } });

    expect((await create('casing')).name).toBe('casing');
  });

  it('cannot have the name of another, however it is written', async () => {
    const { id } = await create('other');
    await create('taken');
    const taken = { status: 409, code: 'tag_name_taken', fields: ['name: tag_name_taken'] };
    for (const name of ['taken', 'TAKEN', 'ｔａｋｅｎ', ' Taken ']) {
      expect(await refused(tagEndpoints.create, { name })).toMatchObject(taken);
      expect(await refused(tagEndpoints.update, { name }, id)).toMatchObject(taken);
    }
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['no name', {}, 'name'],
    ['an empty name', { name: '' }, 'name'],
    ['an over-long name', { name: 'a'.repeat(51) }, 'name'],
    ['a control character', { name: 'a\tb' }, 'name'],
    ['an unknown field', { name: 'new', colour: 'red' }, 'colour'],
    ['a number of keys', { name: 'new', keyCount: 3 }, 'keyCount'],
  ])('is refused for %s, and nothing is stored', async (_, body, field) => {
    const { id } = await create(`made for ${field} ${JSON.stringify(body).length}`);
    const invalid = { status: 400, code: 'invalid_input', fields: [`${field}: invalid_input`] };

    expect(await refused(tagEndpoints.create, body)).toMatchObject(invalid);
    expect(await refused(tagEndpoints.update, body, id)).toMatchObject(invalid);
  });

  it('that is not there is not found', async () => {
    const { id } = await create('there');
    const missing = { status: 404, code: 'not_found' };

    expect(await refused(tagEndpoints.read, undefined, 'nosuchtag')).toMatchObject(missing);
    expect(await refused(tagEndpoints.update, { name: 'x' }, 'nosuchtag')).toMatchObject(missing);
    expect(await refused(tagEndpoints.delete, undefined, 'nosuchtag')).toMatchObject(missing);
    expect(await refused(tagEndpoints.merge, { into: id }, 'nosuchtag')).toMatchObject(missing);
  });
});

describe('the list of tags', () => {
  it('counts the keys that are not revoked, searches by the letter and pages', async () => {
    await keyWith('list_a', 'list b');
    await keyWith('list_a');
    await revoke(playground.strapi, await keyWith('list_a'));

    expect((await list({ search: 'LIST' })).data).toMatchObject([
      { name: 'list b', keyCount: 1 },
      { name: 'list_a', keyCount: 2 },
    ]);
    expect((await list({ search: 'list_' })).data).toMatchObject([{ name: 'list_a' }]);
    expect((await list({ search: '%' })).data).toEqual([]);
    const second = await list({ search: 'list', page: 2, pageSize: 1 });
    expect(second.data).toMatchObject([{ name: 'list_a' }]);
    expect(second.meta.pagination).toEqual({ page: 2, pageSize: 1, pageCount: 2, total: 2 });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a page size of a million', { pageSize: 1_000_000 }, 'pageSize'],
    ['page zero', { page: 0 }, 'page'],
    ['a sort', { sort: 'name:asc' }, 'sort'],
  ])('is refused for %s', async (_, query, field) => {
    expect(await refusalOf(playground.admin, tagEndpoints.list, { query })).toMatchObject({
      status: 400,
      fields: [`${field}: invalid_input`],
    });
  });
});

describe('merging one tag into another', () => {
  it('moves every key once, and deletes the first', async () => {
    const [from, into, both] = [
      await keyWith('from'),
      await keyWith('into'),
      await keyWith('from', 'into', 'more'),
    ];
    const idOf = async (name: string) => (await list({ search: name })).data[0]?.id ?? '';
    const [fromId, intoId] = [await idOf('from'), await idOf('into')];
    const { data } = await answerOf(playground.admin, tagEndpoints.merge, {
      id: fromId,
      body: { into: intoId },
    });

    expect(data).toMatchObject({ id: intoId, name: 'into', keyCount: 3 });
    expect(await tagsOf(from.data.id)).toEqual(['into']);
    expect(await tagsOf(into.data.id)).toEqual(['into']);
    expect(await tagsOf(both.data.id)).toEqual(['into', 'more']);
    expect(await refused(tagEndpoints.read, undefined, fromId)).toMatchObject({ status: 404 });
  });

  it('is refused into itself, into nothing and into what is no tag', async () => {
    const { id } = await create('alone');
    const unknown = { status: 400, code: 'unknown_tag', fields: ['into: unknown_tag'] };

    expect(await refused(tagEndpoints.merge, { into: id }, id)).toMatchObject(unknown);
    expect(await refused(tagEndpoints.merge, { into: 'nosuchtag' }, id)).toMatchObject(unknown);
    expect(await refused(tagEndpoints.merge, {}, id)).toMatchObject({
      fields: ['into: invalid_input'],
    });
    expect(await refused(tagEndpoints.merge, { into: id, name: 'x' }, id)).toMatchObject({
      fields: ['name: invalid_input'],
    });
  });
});
