import { permissionEndpoints, type GrantableAction } from '../../contracts';
import { answerOf, refusalOf } from '../support/admin-api';
import { type Playground, startPlayground } from '../support/playground';

let playground: Playground;
let actions: GrantableAction[];

beforeAll(async () => {
  playground = await startPlayground();
  actions = (await answerOf(playground.admin, permissionEndpoints.list)).data;
});

afterAll(async () => {
  await playground.stop();
});

const find = (action: string) => actions.find((each) => each.action === action);

describe('the actions that can be granted', () => {
  it('are named with what people call the API, and the routes that they open', () => {
    expect(find('api::article.article.find')).toEqual({
      action: 'api::article.article.find',
      api: 'api::article',
      apiName: 'Article',
      controller: 'article',
      name: 'find',
      routes: expect.arrayContaining([
        { method: 'GET', path: expect.stringMatching(/^(\/api)?\/articles$/) as string },
      ]) as unknown[],
      readOnly: true,
      isPublic: false,
      relations: [{ field: 'category', action: 'api::category.category.find' }],
    });
    expect(find('api::article.article.create')).toMatchObject({
      routes: [{ method: 'POST' }],
      readOnly: false,
    });
  });

  it('are each named once', () => {
    const names = actions.map(({ action }) => action);

    expect(new Set(names).size).toBe(names.length);
  });

  it('hold those of plugins, but none of this one', () => {
    expect(find('plugin::upload.content-api.find')).toMatchObject({ api: 'plugin::upload' });
    expect(actions.filter(({ api }) => api === 'plugin::api-access')).toEqual([]);
  });

  it('count as reading only where every route reads, and never for signing in or schemas', () => {
    for (const { readOnly, routes } of actions.filter((each) => each.readOnly)) {
      expect(readOnly).toBe(true);
      expect(routes.length).toBeGreaterThan(0);
      for (const { method } of routes) expect(['GET', 'HEAD']).toContain(method);
    }
    expect(find('plugin::users-permissions.auth.connect')).toMatchObject({ readOnly: false });
    expect(find('plugin::users-permissions.auth.callback')).toMatchObject({ readOnly: false });
    expect(find('plugin::users-permissions.user.find')).toMatchObject({ readOnly: true });
    expect(actions.filter(({ api, readOnly }) => readOnly && api.includes('builder'))).toEqual([]);
  });

  it('name the finding of others that their relations need, each of which can be granted', () => {
    expect(find('api::category.category.findOne')?.relations).toEqual([
      { field: 'articles', action: 'api::article.article.find' },
    ]);
    expect(find('api::article.article.delete')?.relations).toEqual([]);
    for (const { relations } of actions) {
      for (const { action } of relations) expect(find(action)).toMatchObject({ name: 'find' });
    }
  });

  it('are open to everyone as soon as the Public role has them, and no longer than that', async () => {
    const action = 'api::category.category.find';
    const isPublic = async () => {
      const { data } = await answerOf(playground.admin, permissionEndpoints.list);
      return data.filter((each) => each.isPublic).map((each) => each.action);
    };
    const before = await isPublic();
    expect(before).not.toContain(action);
    const { db } = playground.strapi;
    const role = (await db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'public' } })) as { id: number };
    const permission = (await db
      .query('plugin::users-permissions.permission')
      .create({ data: { action, role: role.id } })) as { id: number };
    expect(await isPublic()).toEqual(expect.arrayContaining([action]));

    await db.query('plugin::users-permissions.permission').delete({ where: { id: permission.id } });
    expect(await isPublic()).toEqual(before);
  });

  it('take no query', async () => {
    const answer = await refusalOf(playground.admin, permissionEndpoints.list, {
      query: { api: 'api::article' },
    });

    expect(answer).toMatchObject({ status: 400, fields: ['api: invalid_input'] });
  });
});
