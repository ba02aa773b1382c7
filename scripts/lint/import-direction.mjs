/**
 * The direction of imports, as one ESLint rule.
 *
 * The folders are the map of this code: what a file may import follows from the folder it lies in,
 * and from nothing else. A rule that knows the folders checks every relative path by where it
 * really leads, which a pattern over the text of an import cannot.
 */
import path from 'node:path';

const CONTRACTS = 'contracts';

/** Layers by folder, the longest match first. Files right under `server/src` wire the rest up. */
const FOLDERS = [
  [CONTRACTS, CONTRACTS],
  ['server/src/types', 'types'],
  ['server/src/config', 'config'],
  ['server/src/domain/errors', 'domain-errors'],
  ['server/src/domain', 'domain'],
  ['server/src/content-types', 'content-types'],
  ['server/src/services', 'services'],
  ['server/src/auth', 'auth'],
  ['server/src/controllers', 'controllers'],
  ['server/src/routes', 'routes'],
  ['server/src/policies', 'policies'],
  ['server/src/middlewares', 'middlewares'],
  ['server/src/jobs', 'jobs'],
  ['server', 'server'],
  ['admin', 'admin'],
  ['react', 'react'],
  ['cli', 'cli'],
  ['playground', 'playground'],
  ['tests', 'tests'],
  ['bench', 'bench'],
  ['scripts', 'scripts'],
];

const PURE = [CONTRACTS, 'domain', 'domain-errors'];
const STORE = [...PURE, 'types', 'config', 'content-types', 'services'];

/** What each layer may import, besides packages. A layer that is not named here may import all. */
const ALLOWED = {
  [CONTRACTS]: [CONTRACTS],
  'domain-errors': PURE,
  domain: PURE,
  types: [...PURE, 'types', 'config'],
  config: [...PURE, 'types', 'config'],
  'content-types': [...PURE, 'types', 'content-types'],
  services: STORE,
  auth: [...STORE, 'auth'],
  policies: [...STORE, 'auth', 'policies'],
  middlewares: [...STORE, 'auth', 'middlewares'],
  jobs: [...STORE, 'jobs'],
  controllers: [CONTRACTS, 'domain-errors', 'types', 'services', 'auth', 'controllers'],
  routes: [CONTRACTS, 'types', 'routes'],
  server: [...STORE, 'auth', 'policies', 'middlewares', 'jobs', 'controllers', 'routes', 'server'],
  admin: [CONTRACTS, 'admin'],
  react: [CONTRACTS, 'react'],
  cli: [...STORE, 'cli'],
  playground: ['playground'],
};

/**
 * Packages that a layer must not know: the pure layers know neither Strapi nor its database, what an
 * app's own site loads knows React alone.
 */
const FORBIDDEN_PACKAGES = {
  [CONTRACTS]: /^(@strapi\/|node:|knex$|react)/,
  domain: /^(@strapi\/|knex$|react)/,
  'domain-errors': /^(@strapi\/|knex$|react)/,
  react: /^(?!react$)/,
};

const within = (file, folder) =>
  file === folder || file.startsWith(`${folder}/`) || file.startsWith(`${folder}.`);

/** The layer of a file, given by its path from the root of the repository. */
export const layerOf = (file) => FOLDERS.find(([folder]) => within(file, folder))?.[1];

const relativeToRoot = (root, file) => path.relative(root, file).split(path.sep).join('/');

const problemOf = ({ root, file, specifier }) => {
  const from = layerOf(relativeToRoot(root, file));
  if (from === undefined) return undefined;

  if (!specifier.startsWith('.')) {
    return FORBIDDEN_PACKAGES[from]?.test(specifier) === true
      ? { messageId: 'package', data: { from, specifier } }
      : undefined;
  }

  const allowed = ALLOWED[from];
  const to = layerOf(relativeToRoot(root, path.resolve(path.dirname(file), specifier)));
  if (allowed === undefined || to === undefined || allowed.includes(to)) return undefined;
  return { messageId: 'direction', data: { from, to, allowed: allowed.join(', ') } };
};

export const importDirection = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      direction: '{{from}} must not import {{to}}; it may import: {{allowed}}.',
      package: '{{from}} must not import the package {{specifier}}.',
    },
  },
  create(context) {
    const check = (source) => {
      if (typeof source?.value !== 'string') return;
      const problem = problemOf({
        root: context.cwd,
        file: context.filename,
        specifier: source.value,
      });
      if (problem !== undefined) context.report({ node: source, ...problem });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
    };
  },
};
