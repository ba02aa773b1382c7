import type { Key } from '../../../contracts';
import { facts, table } from './table';

const orNever = (instant: string | null): string => instant ?? 'never';
const names = (things: readonly { readonly name: string }[] = []): string =>
  things.map(({ name }) => name).join(', ');
const codes = ({ roles = [] }: Key): string => roles.map(({ code }) => code).join(', ');

const HEAD = [
  'NAME',
  'ACCESS ID',
  'STATUS',
  'API ROLES',
  'TAGS',
  'EXPIRES',
  'LAST USED',
  'ALLOWED',
  'DENIED',
];

/** Many keys, a line each. */
export const keyTable = (keys: readonly Key[]): string =>
  table(
    HEAD,
    keys.map((key) => [
      key.name,
      key.displayId,
      key.status,
      codes(key),
      names(key.tags),
      orNever(key.expiresAt),
      orNever(key.usage.lastUsedAt),
      String(key.usage.allowed),
      String(key.usage.denied),
    ]),
  );

const technicalOwnerOf = ({ technicalOwner: owner }: Key): string | null =>
  owner === null ? null : [owner.name, ...owner.emails.map((email) => `<${email}>`)].join(' ');

const lastUse = ({ usage: { lastUsedAt, lastAddress } }: Key): string =>
  lastUsedAt !== null && lastAddress !== null
    ? `${lastUsedAt} from ${lastAddress}`
    : orNever(lastUsedAt);

/** One key, with all that somebody should know who is about to stop it. */
export const keyFacts = (key: Key): string =>
  facts([
    ['Name', key.name],
    ['Access ID', key.displayId],
    ['Type', key.type === 'personal' ? 'personal token' : 'API key'],
    ['Owner', key.owner?.name ?? null],
    ['Status', key.status],
    ['API roles', codes(key) || 'none'],
    ['Tags', names(key.tags)],
    ['Expires', orNever(key.expiresAt)],
    ['Author', key.author?.name ?? 'none'],
    ['Technical owner', technicalOwnerOf(key)],
    ['Last used', lastUse(key)],
    ['Requests', `${String(key.usage.allowed)} allowed, ${String(key.usage.denied)} denied`],
  ]);
