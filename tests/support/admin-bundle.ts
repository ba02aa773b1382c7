/** What the built plugin gives to the panel: its chunks, and which of them import which. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { PLAYGROUND, ROOT } from './playground-env';

const BUILT = path.join(ROOT, 'dist', 'admin');
const PAGES = path.join(ROOT, 'admin', 'src', 'pages');

const read = (chunk: string) => readFileSync(path.join(BUILT, chunk), 'utf8');

const found = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].flatMap(({ groups }) => groups?.from ?? []);

/** What a chunk cannot start without: `import … from`, `export … from`, `import '…'`. */
const staticImports = (chunk: string) =>
  found(read(chunk), /(?:^|[;\n}])\s*(?:import|export)\b[^;"'()]*?["'](?<from>[^"']+)["']/g);

/** What a chunk loads when it comes to it: `import('…')`. */
const lazyImports = (chunk: string) => found(read(chunk), /\bimport\(\s*["'](?<from>[^"']+)["']/g);

const ours = (imports: readonly string[]) =>
  imports.filter((from) => from.startsWith('./')).map((from) => from.slice(2));

/** Chunks with all that they statically import. */
export const closureOf = (...entries: string[]): string[] => {
  const seen = new Set<string>();
  const visit = (chunk: string) => {
    if (seen.has(chunk)) return;
    seen.add(chunk);
    for (const next of ours(staticImports(chunk))) visit(next);
  };
  for (const entry of entries) visit(entry);
  return [...seen];
};

/** Chunks that some chunk loads lazily: the pages, the widget and the texts. */
export const lazyChunks = (): string[] => [
  ...new Set(
    readdirSync(BUILT)
      .filter((name) => name.endsWith('.mjs'))
      .flatMap((chunk) => ours(lazyImports(chunk))),
  ),
];

/** The packages that chunks import statically. */
export const packagesOf = (chunks: readonly string[]): string[] => [
  ...new Set(chunks.flatMap(staticImports).filter((from) => !from.startsWith('.'))),
];

/**
 * Every package that a chunk may come to load, by whatever way; but for what the plugin's entry
 * loads when another page is opened.
 */
export const packagesWithin = (chunk: string, entry: string): string[] => {
  const elsewhere = closureOf(entry);
  const seen = new Set(elsewhere);
  const visit = (next: string) => {
    if (seen.has(next)) return;
    seen.add(next);
    for (const from of ours([...staticImports(next), ...lazyImports(next)])) visit(from);
  };
  visit(chunk);
  return packagesOf([...seen].filter((name) => !elsewhere.includes(name)));
};

/** Bytes of chunks on the wire, each compressed for itself. */
export const gzippedSize = (chunks: readonly string[]): number =>
  chunks.reduce((sum, chunk) => sum + gzipSync(read(chunk)).byteLength, 0);

/** `list-page-CPavVKeL.mjs` is named after `list-page`. */
export const isNamedAfter = (chunk: string, module: string): boolean =>
  new RegExp(`^${module}-[\\w-]{8}\\.mjs$`).test(chunk);

/** The pages that the routes of each folder open, by the name of their modules. */
export const pageModules = (): string[] =>
  readdirSync(PAGES).flatMap((folder) =>
    readdirSync(path.join(PAGES, folder))
      .filter((file) => file.endsWith('-routes.tsx'))
      .flatMap((file) =>
        found(
          readFileSync(path.join(PAGES, folder, file), 'utf8'),
          /import\(\s*'(?:\.\/)(?<from>[^']+)'/g,
        ),
      ),
  );

const PANEL = path.join(PLAYGROUND, 'dist', 'build');

/** The chunk of the plugin that a file of the built panel was made of. */
export const chunkOfPanelFile = (url: string): string | undefined => {
  const file = path.basename(new URL(url).pathname);
  return readdirSync(BUILT).find(
    (name) => name.endsWith('.mjs') && file.startsWith(`${name.slice(0, -'.mjs'.length)}-`),
  );
};

/** Files of the built panel that hold a text, by name. */
export const panelFilesWith = (text: string): string[] =>
  readdirSync(PANEL).filter(
    (name) => name.endsWith('.js') && readFileSync(path.join(PANEL, name), 'utf8').includes(text),
  );
