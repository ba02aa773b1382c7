import { grantableActions, type ContentRoute } from '../../server/src/domain/actions';

const of = (
  api: string,
  controller: string,
  names: readonly string[],
  routes: readonly ContentRoute[],
) =>
  grantableActions({ [api]: { controllers: { [controller]: names } } }, { [api]: routes }, (uid) =>
    uid.toUpperCase(),
  );

const route = (method: string, handler: unknown, path = '/x'): ContentRoute => ({
  method,
  path,
  handler,
});

describe('what can be granted', () => {
  it('names each action with its API and its routes, however the handler is written', () => {
    const listed = of(
      'api::article',
      'article',
      ['find'],
      [
        route('GET', 'article.find', '/articles'),
        route('get', 'api::article.article.find', '/articles-again'),
        route('GET', 'article.findOne', '/articles/:id'),
        route('GET', 'other.find', '/others'),
      ],
    );

    expect(listed).toEqual([
      {
        action: 'api::article.article.find',
        api: 'api::article',
        apiName: 'API::ARTICLE',
        controller: 'article',
        name: 'find',
        routes: [
          { method: 'GET', path: '/articles' },
          { method: 'GET', path: '/articles-again' },
        ],
        readOnly: true,
      },
    ]);
  });

  it('never holds actions of the plugin itself', () => {
    expect(of('plugin::api-access', 'whoami', ['read'], [route('GET', 'whoami.read')])).toEqual([]);
    expect(of('plugin::api-access-more', 'a', ['read'], [])).toHaveLength(1);
  });

  it('takes a handler that is a function for nobody in particular', () => {
    const [found] = of('api::a', 'a', ['find'], [route('GET', () => undefined)]);

    expect(found).toMatchObject({ routes: [], readOnly: false });
  });

  it('lists an API without routes', () => {
    const actions = { 'api::a': { controllers: { a: ['find'] } } };

    expect(grantableActions(actions, {}, (uid) => uid)).toMatchObject([
      { action: 'api::a.a.find', routes: [], readOnly: false },
    ]);
  });
});

describe('a read-only role', () => {
  const isReadOnly = (api: string, controller: string, name: string, methods: string[]) =>
    of(
      api,
      controller,
      [name],
      methods.map((method) => route(method, `${controller}.${name}`)),
    ).map(({ readOnly }) => readOnly)[0];

  it.each([
    ['a GET', ['GET'], true],
    ['a HEAD in lower case', ['head'], true],
    ['two GETs', ['GET', 'GET'], true],
    ['a custom GET', ['GET'], true],
    ['a POST', ['POST'], false],
    ['a GET and a POST', ['GET', 'POST'], false],
    ['a DELETE', ['DELETE'], false],
    ['OPTIONS', ['OPTIONS'], false],
    ['no route at all', [], false],
  ])('with %s', (_, methods, allowed) => {
    expect(isReadOnly('api::report', 'report', 'totals', methods)).toBe(allowed);
  });

  it.each([
    ['signing in', 'plugin::users-permissions', 'auth', 'callback'],
    ['signing in through a provider', 'plugin::users-permissions', 'auth', 'connect'],
    ['the schema of content types', 'plugin::content-type-builder', 'content-types', 'find'],
    ['the schema of components', 'plugin::content-type-builder', 'components', 'find'],
  ])('leaves out %s, though it is a GET', (_, api, controller, name) => {
    expect(isReadOnly(api, controller, name, ['GET'])).toBe(false);
  });

  it('allows reading end users, whose actions only look like those of signing in', () => {
    expect(isReadOnly('plugin::users-permissions', 'user', 'find', ['GET'])).toBe(true);
  });
});
