/** The languages that the plugin speaks in the panel. */
import { readdirSync } from 'node:fs';
import path from 'node:path';

export const TRANSLATIONS = path.resolve(__dirname, '../../admin/src/translations');

/** Each has a folder of texts; English is one of them. */
export const LOCALES = readdirSync(TRANSLATIONS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
