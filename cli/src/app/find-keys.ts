import { KEY_STATUSES, KEY_TYPES, type Key, type KeyFilter } from '../../../contracts';
import { allPages, firstWhere } from './all-pages';
import type { App } from './open-app';

/** Every key that a filter asks for, the oldest first, so that none is missed while others are made. */
export const keysWhere = ({ keys }: App, filter: KeyFilter): AsyncGenerator<Key> =>
  allPages((page) => keys.list({ ...filter, ...page, sort: 'createdAt:asc' }));

/** Keys of every kind and status that a text is found in. */
export const anyKeys = (app: App, search: string): AsyncGenerator<Key> =>
  keysWhere(app, { search, type: [...KEY_TYPES], status: [...KEY_STATUSES] });

/** The key of an Access ID, which no two keys share. */
export const keyOfAccessId = async (app: App, accessId: string): Promise<Key | null> =>
  (await firstWhere(anyKeys(app, accessId), (key) => key.accessId === accessId)) ?? null;
