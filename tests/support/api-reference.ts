/** Every endpoint, and what it takes and answers, as its contract says it, in Markdown. */
import { ADMIN_ACTIONS, noBody } from '../../contracts';
import { ERROR_ANSWERS } from '../../server/src/domain/errors';
import { REFUSAL_ANSWERS } from '../../server/src/domain/refusals';
import {
  endpointsOf,
  headingOf,
  type NamedEndpoint,
  registeredRoutes,
  routeOf,
} from './api-endpoints';
import { contractComment } from './contract-comments';
import { tableOf } from './made-docs';
import { documentedRoutes } from './permission-table';
import {
  choiceOf,
  jsonSchemaOf,
  NAMED,
  rowsOf,
  type SchemaRow,
  takenBy,
  typeNameOf,
} from './schema-text';

/** What people call each group of contracts. */
const TITLES: Readonly<Record<string, string>> = {
  keyEndpoints: 'Keys',
  attentionEndpoint: 'Keys to see to',
  bulkEndpoints: 'Many keys at once',
  usageEndpoints: 'Use of a key',
  roleEndpoints: 'API roles',
  permissionEndpoints: 'Actions that API roles can allow',
  tagEndpoints: 'Tags',
  myTokenEndpoints: 'My tokens',
  strapiTokenEndpoints: "Strapi's own API tokens",
  settingsEndpoints: 'Rules & notices',
  activityEndpoints: 'What happened',
  entitlementEndpoint: 'Whether one may use the plugin',
};

const alternatives = (actions: readonly string[]): string =>
  choiceOf(actions.map((action) => `\`${action}\``));

const permissionOf = ({ contract }: NamedEndpoint): string => {
  const route = documentedRoutes().find((each) => each.route === routeOf(contract));
  if (route === undefined) throw new Error(`docs/permissions.md lacks ${routeOf(contract)}.`);
  const { opens, besides, holdsToken } = route;
  const any = opens.length === Object.keys(ADMIN_ACTIONS).length;
  return [
    `Permission: ${any ? "any of the plugin's" : alternatives(opens)}`,
    besides.length > 0 ? `, and ${alternatives(besides)}` : '',
    holdsToken ? '; the answer holds a token' : '',
    '.',
  ].join('');
};

/** The fields' own names on the way to one of them, without the marks of lists. */
const wayTo = (name: string): string[] => name.replaceAll('[]', '').split('.');

const standardOf = ({ isRequired, standard }: SchemaRow, isEither: boolean): string => {
  if (standard !== undefined) return `\`${standard.replaceAll('"', '')}\``;
  if (isEither) return 'one of these';
  return isRequired ? 'required' : '–';
};

const requestOf = ({ name, contract }: NamedEndpoint): string => {
  const rows = (['params', 'query', 'body'] as const).flatMap((part) => {
    if (contract[part] === noBody) return [];
    const schema = jsonSchemaOf(contract[part]);
    const where = part === 'params' ? 'path' : part;
    return rowsOf(schema).map((row) => [
      where,
      `\`${row.name}\``,
      row.takes,
      standardOf(row, schema.anyOf !== undefined),
      contractComment(name[0], ...name.slice(1), part, ...wayTo(row.name)) ||
        contractComment(name[0], ...name.slice(1), ...wayTo(row.name)),
    ]);
  });
  return rows.length === 0
    ? ''
    : tableOf([['in', 'name', 'takes', 'if absent', 'what it is'], ...rows]);
};

const answerOf = ({ name, contract }: NamedEndpoint): string => {
  const schema = jsonSchemaOf(contract.response);
  const begin = `Answers ${contract.status}`;
  if (schema.properties === undefined) return `${begin} with a file.`;
  const rows = rowsOf(schema).filter(({ takes }) => takes !== 'object');
  const told = rows.map((row) => {
    const way = wayTo(row.name);
    const comment = [way, way.slice(1), way.slice(2)]
      .map((at) =>
        at.length === 0 ? '' : contractComment(name[0], ...name.slice(1), 'response', ...at),
      )
      .find((text) => text !== '');
    return [`\`${row.name}\``, row.takes, comment ?? ''];
  });
  const short = told.map(([field = '', takes = '']) => `${field}: ${takes}`).join('; ');
  return told.length < 3 && told.every(([, , comment]) => comment === '')
    ? `${begin} with ${short}.`
    : `${begin} with:\n\n${tableOf([['field', 'holds', 'what it is'], ...told])}`;
};

const joined = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join('\n\n');

const summaryOf = ({ name }: NamedEndpoint): string => {
  const summary = contractComment(...name);
  if (summary === '') throw new Error(`No comment in contracts/ says what ${name.join('.')} does.`);
  return summary;
};

const endpointSection = (endpoint: NamedEndpoint): string =>
  joined(
    `### \`${headingOf('admin', endpoint.contract)}\``,
    summaryOf(endpoint),
    permissionOf(endpoint),
    requestOf(endpoint),
    answerOf(endpoint),
  );

const groupSection = ([title, endpoints]: readonly [string, readonly NamedEndpoint[]]): string =>
  joined(`## ${title}`, ...endpoints.map(endpointSection));

/** A contract of the content API that the admin API has too is told there. */
const contentSection = (endpoint: NamedEndpoint): string => {
  const heading = `### \`${headingOf('content', endpoint.contract)}\``;
  if (!registeredRoutes('admin').includes(routeOf(endpoint.contract)))
    return joined(heading, summaryOf(endpoint), requestOf(endpoint), answerOf(endpoint));
  const told = headingOf('admin', endpoint.contract);
  const anchor = told
    .toLowerCase()
    .replace(/[^a-z0-9\s_-]/g, '')
    .replace(/\s/g, '-');
  return joined(heading, `For end users; takes and answers what [\`${told}\`](#${anchor}) does.`);
};

const typeSection = (name: string): string => {
  const schema = NAMED.get(name);
  if (schema === undefined) return '';
  const json = jsonSchemaOf(schema);
  const heading = joined(`### ${typeNameOf(name)}`, contractComment(name));
  if (json.properties === undefined) return joined(heading, `Holds ${takenBy(json)}.`);
  const rows = rowsOf(json).map((row) => [
    `\`${row.name}\``,
    row.takes + (row.isRequired ? '' : '; may be absent'),
    contractComment(name, ...wayTo(row.name)),
  ]);
  return joined(heading, tableOf([['field', 'holds', 'what it is'], ...rows]));
};

/** Sections of the types that a text links to, and of those that they link to in turn. */
const typeSections = (text: string): string => {
  const found = new Map<string, string>();
  const follow = (markdown: string): void => {
    for (const name of NAMED.keys()) {
      if (found.has(name) || !markdown.includes(`](#${name.toLowerCase()})`)) continue;
      const section = typeSection(name);
      found.set(name, section);
      follow(section);
    }
  };
  follow(text);
  return [...found]
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([, section]) => section)
    .join('\n\n');
};

const errorTable = (): string =>
  tableOf([
    ['code', 'status', 'sentence'],
    ...Object.entries(ERROR_ANSWERS).map(([code, { status, message }]) => [
      `\`${code}\``,
      String(status),
      message,
    ]),
  ]);

const refusalTable = (): string =>
  tableOf([
    ['code', 'status', 'sentence', 'what to do'],
    ...Object.entries(REFUSAL_ANSWERS).map(([code, { status, message, help }]) => [
      `\`${code}\``,
      String(status),
      message,
      help.replaceAll('<', '\\<'),
    ]),
  ]);

const groupsOf = (endpoints: readonly NamedEndpoint[]): [string, NamedEndpoint[]][] => {
  const unknown = endpoints.find(({ name }) => TITLES[name[0]] === undefined);
  if (unknown !== undefined) throw new Error(`${unknown.name[0]} has no title yet.`);
  return Object.entries(TITLES).map(([group, title]) => [
    title,
    endpoints.filter(({ name }) => name[0] === group),
  ]);
};

/**
 * The made part of the page.
 *
 * @throws Error where an endpoint has no comment, no title or no place among the permissions.
 */
export const apiReference = (): string => {
  const endpoints = joined(
    ...groupsOf(endpointsOf('admin')).map(groupSection),
    '## In the content API',
    ...endpointsOf('content').map(contentSection),
  );
  return joined(
    endpoints,
    '## Types',
    typeSections(endpoints),
    '## Error codes',
    errorTable(),
    '## Refusal codes',
    refusalTable(),
  );
};
