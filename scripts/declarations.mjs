/**
 * Writes the declarations of each entry point: one file with what the entry shows and no more,
 * beside its code under both names. A resolver that is told of no declarations takes those that
 * are named after the code, so `import` finds `.d.mts`, and `require` `.d.ts`.
 */
import path from 'node:path';

import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';

import { splitExports } from './lib/declared-exports.mjs';
import { entryPoints } from './lib/package-json.mjs';
import { ROOT } from './lib/paths.mjs';

const isOfPackage = (id) => id.startsWith('.') || path.isAbsolute(id);
const external = (id) => !isOfPackage(id);
/** What one entry shows again of another is said by that alone: two copies of a type need not agree. */
const APP_TYPES = './app/types';
const isShownAgain = (id) => id === APP_TYPES || id.endsWith(path.normalize('/src/app/types'));
const onwarn = ({ message }) => {
  throw new Error(message);
};

/** What the built code exports; all else that is declared are types. */
const valuesOf = async (code) => {
  const bundle = await rollup({ input: path.join(ROOT, code), external, onwarn });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  return output[0].exports;
};

const declarationsOf = async (source) => {
  const [folder] = path.normalize(source).split(path.sep);
  const tsconfig = path.join(ROOT, folder, 'tsconfig.json');
  return rollup({
    input: path.join(ROOT, source),
    external: (id) => external(id) || isShownAgain(id),
    onwarn,
    plugins: [dts({ tsconfig })],
  });
};

for (const { source, require: script, import: module } of entryPoints()) {
  const values = await valuesOf(module);
  const bundle = await declarationsOf(source);
  const typesApart = { name: 'types-apart', renderChunk: (code) => splitExports(code, values) };
  for (const code of [script, module]) {
    const file = path.join(ROOT, code.replace(/js$/, 'd.ts').replace(/md\.ts$/, 'd.mts'));
    const paths = (id) => (isShownAgain(id) ? `../app/index${path.extname(code)}` : id);
    await bundle.write({ file, format: 'es', paths, plugins: [typesApart] });
  }
  await bundle.close();
}
