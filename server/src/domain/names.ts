import { createHash } from 'node:crypto';

/**
 * What makes two names the same: SHA-256 of the name in NFKC and folded case, without what nobody
 * sees. Stored beside the
 * name under a unique index, so that every database agrees on it whatever its collation.
 */
export const nameKeyOf = (name: string): string =>
  createHash('sha256')
    .update(
      name
        .normalize('NFKC')
        .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
        .toUpperCase()
        .toLowerCase()
        .normalize('NFKC'),
    )
    .digest('hex');

/**
 * The same for a personal token, whose name only its owner's other tokens may not have: NUL, which
 * no name may hold, keeps them apart from the names of an organisation's keys.
 */
export const personalNameKeyOf = (owner: { kind: string; id: string }, name: string): string =>
  nameKeyOf([owner.kind, owner.id, name].join('\0'));

/** A role's code made from its name: `Prod Editors (EU)` becomes `prod-editors-eu`. */
export const codeFromName = (name: string): string => {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 64)
    .replace(/-+$/, '');
  return slug === '' ? 'role' : slug;
};
