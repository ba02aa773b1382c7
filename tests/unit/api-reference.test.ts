import { readFileSync } from 'node:fs';
import path from 'node:path';

import { type Endpoint } from '../../contracts';
import {
  ENDPOINTS,
  endpointsOf,
  PREFIXES,
  registeredRoutes,
  routeOf,
  type Side,
} from '../support/api-endpoints';
import { apiReference } from '../support/api-reference';
import { codeBlocksOf } from '../support/code-blocks';
import { toldAndMade } from '../support/made-docs';
import { ROOT } from '../support/playground-env';

const SIDES = ['admin', 'content'] as const;
const page = () => readFileSync(path.join(ROOT, 'docs/api-reference.md'), 'utf8');

describe('the reference of endpoints in the docs', () => {
  it('says what the contracts say', () => {
    const { told, made } = toldAndMade('api-reference.md', apiReference());

    expect(told).toBe(made);
  });

  it('has every route that the plugin registers, and no other', () => {
    const told = [...page().matchAll(/^### `(\w+ \/\S+)`$/gm)].map(([, route]) => route);
    const registered = SIDES.flatMap((side) =>
      registeredRoutes(side).map((route) => route.replace(' ', ` ${PREFIXES[side]}`)),
    );

    expect(told.sort()).toEqual(registered.sort());
  });

  it('leaves no contract out', () => {
    const registered = SIDES.flatMap(registeredRoutes);
    const left = ENDPOINTS.filter(({ contract }) => !registered.includes(routeOf(contract)));

    expect(left.map(({ name }) => name.join('.'))).toEqual([]);
  });
});

interface Example {
  readonly endpoint: Endpoint;
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly answer: unknown;
}

const pathOf = ({ path: template }: Endpoint): RegExp =>
  new RegExp(`^${template.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);

const queryOf = (search: URLSearchParams): Record<string, string | string[]> =>
  Object.fromEntries(
    [...search.keys()].map((name) => {
      const values = search.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );

const exampleOf = (command: string, answer: string | undefined): Example => {
  const { pathname, searchParams } = new URL(
    /"\$STRAPI(\S+)"/.exec(command)?.[1] ?? '',
    'http://localhost',
  );
  const side: Side = pathname.startsWith(PREFIXES.content) ? 'content' : 'admin';
  const method = / -X (\w+)/.exec(command)?.[1] ?? 'GET';
  const under = pathname.slice(PREFIXES[side].length);
  const data = / -d '([^']*)'/.exec(command)?.[1];
  const found = endpointsOf(side).find(
    ({ contract }) => contract.method === method && pathOf(contract).test(under),
  );
  if (found === undefined) throw new Error(`No endpoint answers ${method} ${pathname}.`);
  return {
    endpoint: found.contract,
    params: { ...pathOf(found.contract).exec(under)?.groups },
    query: queryOf(searchParams),
    body: data === undefined ? undefined : JSON.parse(data),
    answer: answer === undefined ? undefined : JSON.parse(answer),
  };
};

/** Each request, with the answer that follows it before the next one. */
const examples = (): Example[] => {
  const blocks = codeBlocksOf(page());
  return blocks.flatMap(({ language, text }, index) => {
    const next = blocks[index + 1];
    if (language !== 'sh') return [];
    return [exampleOf(text, next?.language === 'json' ? next.text : undefined)];
  });
};

describe('the examples in the reference of endpoints', () => {
  it('ask for what most programs do', () => {
    expect(examples().map(({ endpoint }) => routeOf(endpoint))).toEqual([
      'GET /keys',
      'POST /keys',
      'POST /keys/:id/regenerate',
      'GET /whoami',
    ]);
  });

  it('are requests that the contracts take', () => {
    for (const { endpoint, params, query, body } of examples()) {
      expect(() => endpoint.params.parse(params)).not.toThrow();
      expect(() => endpoint.query.parse(query)).not.toThrow();
      expect(() => endpoint.body.parse(body)).not.toThrow();
    }
  });

  it('show answers with the fields of the contracts, all of them and no other', () => {
    const answered = examples().filter(({ answer }) => answer !== undefined);

    expect(answered).toHaveLength(3);
    for (const { endpoint, answer } of answered) {
      expect(endpoint.response.parse(answer)).toEqual(answer);
    }
  });
});
