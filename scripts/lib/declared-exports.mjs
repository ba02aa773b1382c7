const EXPORTS = /^export \{ (.+) \};$/m;

const nameOf = (specifier) => specifier.split(' as ').at(-1);

const listed = (keyword, specifiers) =>
  specifiers.length === 0 ? [] : [`${keyword} { ${specifiers.join(', ')} };`];

/**
 * Declarations, in which whatever is not among `values` is exported as a type alone. The bundler
 * forgets of `export type *` that it was one, and would offer constants that no code exports.
 */
export const splitExports = (declarations, values) =>
  declarations.replace(/^export \* from/gm, 'export type * from').replace(EXPORTS, (_, list) => {
    const specifiers = list.split(', ');
    const isValue = (specifier) => values.includes(nameOf(specifier));
    return [
      ...listed('export', specifiers.filter(isValue)),
      ...listed(
        'export type',
        specifiers.filter((specifier) => !isValue(specifier)),
      ),
    ].join('\n');
  });
