import { ApiAccessError } from '../../../server/src/domain/errors';
import { nameKeyOf } from '../../../server/src/domain/names';
import { allPages, firstWhere } from './all-pages';
import type { App } from './open-app';

/** @throws ApiAccessError `unknown_role`. */
const roleId = async ({ roles }: App, code: string): Promise<string> => {
  const all = allPages((page) => roles.list({ ...page, sort: 'name:asc' }));
  const role = await firstWhere(all, (each) => each.code === code || each.id === code);
  if (role === undefined) throw ApiAccessError.at('unknown_role', 'role');
  return role.id;
};

/** @throws ApiAccessError `unknown_tag`. */
const tagId = async ({ tags }: App, name: string): Promise<string> => {
  const all = allPages((page) => tags.list(page));
  const tag = await firstWhere(all, (each) => nameKeyOf(each.name) === nameKeyOf(name));
  if (tag === undefined) throw ApiAccessError.at('unknown_tag', 'tag');
  return tag.id;
};

const each = async (
  texts: readonly string[] | undefined,
  look: (text: string) => Promise<string>,
): Promise<string[] | undefined> => {
  if (texts === undefined) return undefined;
  const ids: string[] = [];
  for (const text of texts) ids.push(await look(text));
  return ids;
};

/** Ids of the API roles and tags that a person names by code and by name. */
export const linkIds = async (
  app: App,
  named: { readonly role?: readonly string[]; readonly tag?: readonly string[] },
) => ({
  roles: await each(named.role, (code) => roleId(app, code)),
  tags: await each(named.tag, (name) => tagId(app, name)),
});
