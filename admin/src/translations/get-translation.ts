import { PLUGIN_ID } from '../../../contracts/ids';
import type en from './en.json';
import type pages from './en';

/** Texts that the panel needs before a page of the plugin is opened: `translations/en.json`. */
export type FirstTextId = keyof typeof en;

/** Id of a text, as `translations/en.json` and the files of `translations/en/` have it. */
export type TextId = FirstTextId | keyof typeof pages;

/** The id under which the admin panel knows a text of the plugin. */
export const getTranslation = <Id extends TextId>(id: Id) => `${PLUGIN_ID}.${id}` as const;

/** Texts under the ids that the admin panel knows them by. */
export const prefixed = (texts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([id, text]) => [`${PLUGIN_ID}.${id}`, text]));
