import { documentId, type Key } from '../../../contracts';
import { ACCESS_ID_LENGTH, withoutSecrets } from '../../../server/src/domain/token';
import { CliError, EXIT, wrongUse } from '../exit';
import { failureOf } from '../failure';
import { anyKeys, keyOfAccessId } from './find-keys';
import type { App } from './open-app';

/** An Access ID, with the prefix of its token or without. */
const ACCESS_ID = new RegExp(`^(?:[a-z][a-z0-9]{1,15}_)?([0-9A-Za-z]{${ACCESS_ID_LENGTH}})$`);
const LONGEST_NAME = 100;

/** The Access ID that a text is, if it is one; of a whole token nothing else is ever looked at. */
export const accessIdOf = (text: string): string | null =>
  ACCESS_ID.exec(withoutSecrets(text))?.[1] ?? null;

const byId = async ({ keys }: App, text: string): Promise<Key[]> => {
  if (!documentId.safeParse(text).success) return [];
  try {
    return [await keys.read(text)];
  } catch (error) {
    if (failureOf(error).code === 'not_found') return [];
    throw error;
  }
};

const byAccessId = async (app: App, text: string): Promise<Key[]> => {
  const accessId = accessIdOf(text);
  const key = accessId === null ? null : await keyOfAccessId(app, accessId);
  return key === null ? [] : [key];
};

/** Keys of exactly this name. A revoked key has left its name to others: it counts where none has it. */
const byName = async (app: App, text: string): Promise<Key[]> => {
  const name = text.normalize('NFC').trim();
  if (name === '' || name.length > LONGEST_NAME) return [];
  const found: Key[] = [];
  for await (const key of anyKeys(app, name)) if (key.name === name) found.push(key);
  const living = found.filter(({ status }) => status !== 'revoked');
  return living.length > 0 ? living : found;
};

/**
 * The one key that a person means: by Access ID, by id, or by its exact name.
 *
 * @throws CliError where there is none, or more than one.
 */
export const namedKey = async (app: App, given: string): Promise<Key> => {
  const text = withoutSecrets(given);
  const found = new Map<string, Key>();
  for (const lookUp of [byAccessId, byId, byName])
    for (const key of await lookUp(app, text)) found.set(key.id, key);
  const [key, other] = found.values();
  if (key === undefined)
    throw new CliError(EXIT.refused, 'not_found', `There is no key "${text}".`);
  if (other === undefined) return key;
  const ids = Array.from(found.values(), ({ displayId }) => displayId).join(', ');
  throw wrongUse(`"${text}" may be any of ${ids}: name one of these.`);
};
