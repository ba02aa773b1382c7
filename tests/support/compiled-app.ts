/** Compiles code as an app that has the plugin installed would: against what was built. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

import { ROOT } from './playground-env';

const STOCK = path.join(ROOT, 'node_modules/@strapi/typescript-utils/tsconfigs/server.json');

const { options: stock } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(STOCK, (file) => ts.sys.readFile(file)).config,
  ts.sys,
  path.dirname(STOCK),
);

/** How apps are compiled: as Strapi makes them, and in ways that people turn to. */
export const COMPILERS = {
  'as Strapi makes it': stock,
  'strictly, for a bundler': {
    ...stock,
    strict: true,
    exactOptionalPropertyTypes: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
  },
  'strictly, as Node resolves modules': {
    ...stock,
    strict: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
  },
} satisfies Record<string, ts.CompilerOptions>;

/** A folder below which packages are found as in an app, the plugin among them. */
const appFolder = (): string => {
  const cache = path.join(ROOT, 'node_modules', '.cache', 'api-access');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'app-'));
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(ROOT, path.join(folder, 'node_modules', 'strapi-plugin-api-access'), 'dir');
  return folder;
};

const write = (folder: string, name: string, text: string): string => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
};

const sentenceOf = (folder: string, { file, start, messageText }: ts.Diagnostic): string => {
  const message = ts.flattenDiagnosticMessageText(messageText, '\n');
  if (file === undefined || start === undefined) return message;
  const { line } = file.getLineAndCharacterOfPosition(start);
  return `${path.relative(folder, file.fileName)}:${line + 1}: ${message}`;
};

/**
 * Compiles the files of an app together.
 *
 * @param files - Their texts by their paths in the app.
 * @returns What is wrong with them, each with its file and line; nothing where they compile.
 */
export const problemsOfApp = (
  files: Readonly<Record<string, string>>,
  options: ts.CompilerOptions = COMPILERS['as Strapi makes it'],
): string[] => {
  const folder = appFolder();
  try {
    const names = Object.entries(files).map(([name, text]) => write(folder, name, text));
    const program = ts.createProgram(names, {
      ...options,
      noEmit: true,
      incremental: false,
      tsBuildInfoFile: undefined,
      allowJs: true,
      types: [],
    });
    return ts.getPreEmitDiagnostics(program).map((each) => sentenceOf(folder, each));
  } finally {
    rmSync(folder, { recursive: true });
  }
};
