/** What a package may hold: built code, its declarations, and what a reader looks for first. */
const TEXTS = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'];
/** Strapi looks for a plugin's parts under these names, beside `exports`. */
const ENTRIES = ['strapi-admin.js', 'strapi-server.js'];
const CODE = /^dist\/(admin|app|cli|react|server)\/[^/]+\.m?js$/;
const DECLARATIONS = /^dist\/(admin|app|cli|react|server)\/index\.d\.m?ts$/;

const isWanted = (file) =>
  [...TEXTS, ...ENTRIES].includes(file) || CODE.test(file) || DECLARATIONS.test(file);

/** What a resolver is sent to by the entry points, with the declarations beside the code. */
const neededBy = ({ import: module, require: script }) =>
  [module, script, module.replace(/mjs$/, 'd.mts'), script.replace(/js$/, 'd.ts')].map((file) =>
    file.replace(/^\.\//, ''),
  );

/** A sentence for each file that should not be in the package, and for each that is missing. */
export const contentProblems = (files, entryPoints) => [
  ...files.filter((file) => !isWanted(file)).map((file) => `${file} is of no use in the package`),
  ...[...TEXTS, ...ENTRIES, ...entryPoints.flatMap(neededBy)]
    .filter((file) => !files.includes(file))
    .map((file) => `${file} is missing in the package`),
];
