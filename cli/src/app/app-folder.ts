import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import type { Core } from '@strapi/strapi';

import { wrongUse } from '../exit';

interface StrapiModule {
  createStrapi(options: object): Core.Strapi;
  compileStrapi(options: { appDir: string }): Promise<{ distDir?: string }>;
}

interface TypeScriptUtils {
  resolveOutDir(folder: string): Promise<string>;
}

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

const manifestOf = (folder: string): Manifest | null => {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
  } catch {
    return null;
  }
};

/** Strapi as the app has it installed, and how its modules find theirs. */
const strapiOf = (folder: string) => {
  const manifest = manifestOf(folder);
  const named = { ...manifest?.devDependencies, ...manifest?.dependencies };
  if (!('@strapi/strapi' in named))
    throw wrongUse(`${folder} is not the folder of a Strapi app: run this where it lies.`);
  const load = createRequire(path.join(folder, 'package.json'));
  try {
    return { strapi: load('@strapi/strapi') as StrapiModule, at: load.resolve('@strapi/strapi') };
  } catch {
    throw wrongUse(`Strapi is not installed in ${folder}: install the app's packages first.`);
  }
};

/**
 * Where the app lies as JavaScript. A TypeScript app runs as it was built, as by `strapi start`, so
 * that nothing changes under a server that is running; where it was not built, it is compiled.
 */
const distOf = async (
  folder: string,
  { strapi, at }: ReturnType<typeof strapiOf>,
): Promise<string> => {
  if (!existsSync(path.join(folder, 'tsconfig.json'))) return folder;
  const utils = createRequire(at)('@strapi/typescript-utils') as TypeScriptUtils;
  const built = await utils.resolveOutDir(folder);
  if (existsSync(path.join(built, 'config'))) return built;
  return (await strapi.compileStrapi({ appDir: folder })).distDir ?? folder;
};

/**
 * The app of a folder, made but not loaded.
 *
 * @throws CliError where the folder is no app's, or Strapi is not installed there.
 */
export const makeApp = async (folder: string): Promise<Core.Strapi> => {
  const found = strapiOf(folder);
  return found.strapi.createStrapi({
    appDir: folder,
    distDir: await distOf(folder, found),
    autoReload: false,
    serveAdminPanel: false,
  });
};
