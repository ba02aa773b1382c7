/**
 * Whether the plugin uses the very packages that Strapi uses. Of two copies, one makes errors that
 * the other does not know, and texts and themes that nobody has provided.
 */
import { createRequire } from 'node:module';
import { realpathSync } from 'node:fs';
import path from 'node:path';

import { packageJson } from '../lib/package-json.mjs';

/** Whose copy counts: what a server is made of comes by its core, a panel by its admin. */
const ownerOf = (name) => (name === '@strapi/utils' ? '@strapi/core' : '@strapi/admin');

/** The folder of a package, as Node looks for it from a folder; `exports` may hide its files. */
export const folderOf = (name, from) =>
  createRequire(path.join(from, 'package.json'))
    .resolve.paths(name)
    .map((nodeModules) => path.join(nodeModules, name))
    .map((folder) => {
      try {
        return realpathSync(folder);
      } catch {
        return undefined;
      }
    })
    .find((folder) => folder !== undefined);

/** The peers that an app has of necessity, each with the copies of the plugin and of Strapi. */
export const sharedCopies = (appFolder) => {
  const { name: plugin, peerDependencies } = packageJson();
  const pluginFolder = folderOf(plugin, appFolder);
  const strapi = folderOf('@strapi/strapi', appFolder);
  return Object.keys(peerDependencies)
    .filter((name) => name !== 'ioredis' && name !== '@strapi/strapi')
    .map((name) => ({
      name,
      ofPlugin: folderOf(name, pluginFolder),
      ofStrapi: folderOf(name, folderOf(ownerOf(name), strapi)),
    }));
};
