import { PLUGIN_ID } from '../../../contracts/ids';
import type en from './en.json';

/** Id of a text, as `translations/en.json` has it. */
export type TextId = keyof typeof en;

/** The id under which the admin panel knows a text of the plugin. */
export const getTranslation = (id: TextId) => `${PLUGIN_ID}.${id}` as const;
