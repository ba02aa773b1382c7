import { readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..', '..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

interface PackageJson {
  dependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
  peerDependenciesMeta: Record<string, { optional: boolean }>;
}
const { dependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(
  read('package.json'),
) as PackageJson;

/** The rows of the table under a heading, as cells. */
const rowsUnder = (heading: string): string[][] => {
  const [, section = ''] = read('docs/dependencies.md').split(`## ${heading}\n`);
  const [untilNext = ''] = section.split('\n## ');
  return untilNext
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
};

const namesIn = (rows: string[][]) => rows.map(([name = '']) => name.replaceAll('`', ''));

const BROUGHT = rowsUnder('It brings with it');
const FOUND = rowsUnder('It finds in the app');

describe('the tables of packages in the docs', () => {
  it('name each package that comes with the plugin', () => {
    expect(namesIn(BROUGHT)).toEqual(Object.keys(dependencies));
  });

  it('name each package that the app has, and say which of them are optional', () => {
    expect(namesIn(FOUND)).toEqual(Object.keys(peerDependencies));
    const optional = FOUND.filter(([, reason = '']) => reason.includes('(optional)'));
    expect(namesIn(optional)).toEqual(Object.keys(peerDependenciesMeta));
  });

  it('say of each why it is there, where it is loaded, and what would take its place', () => {
    for (const row of [...BROUGHT, ...FOUND]) {
      expect(row).toHaveLength(4);
      expect(row).not.toContain('');
    }
  });
});
