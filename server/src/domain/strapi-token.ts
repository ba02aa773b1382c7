import { keyName, oneLine, type RoleKind, type StrapiTokenType } from '../../../contracts';
import { codeFromName, nameKeyOf } from './names';

/** 128 random bytes in hexadecimal: how Strapi makes its API tokens (`@strapi/admin`, api-token). */
const STRAPI_TOKEN = /^[0-9a-f]{256}$/;

/** Whether a text looks like one of Strapi's own API tokens. */
export const isStrapiToken = (text: string): boolean => STRAPI_TOKEN.test(text);

/** What stands in a credential that has no secret of its own: nothing that a secret could match. */
export const NO_SECRET = {
  secretHash: '',
  mac: '',
  macKeyId: '',
  secretTag: '',
  hint: '',
} as const;

/** Whether a key goes by the API token of Strapi's that it was moved from. */
export const goesByStrapiToken = ({ secretHash }: { readonly secretHash: string }): boolean =>
  secretHash === NO_SECRET.secretHash;

/** What decides about the API role of a token that is moved. */
export interface TokenGrants {
  readonly name: string;
  readonly type: StrapiTokenType;
  /** Actions of a `custom` token. */
  readonly actions: readonly string[];
}

/** The API role that opens just what a token of Strapi's opens. */
export interface TokenRole {
  readonly code: string;
  readonly name: string;
  readonly kind: RoleKind;
  readonly permissions: readonly string[];
  /** Strapi keeps drafts from none of its API tokens. */
  readonly drafts: true;
}

/** As Strapi judges a scope of a `read-only` token (`@strapi/admin`, content-api-token). */
const isReadScope = (action: string): boolean => /find(?:One)?$/.test(action);

const MAX_NAME = 100;

const custom = (name: string, permissions: readonly string[]): TokenRole | null => {
  if (permissions.length === 0) return null;
  const code = codeFromName(name);
  return { code, name, kind: 'custom', permissions: [...permissions].sort(), drafts: true };
};

/**
 * The API role of a token that is moved; `null` where it opens nothing.
 *
 * @param grantable - Every action that can be granted to a key.
 */
export const roleOfToken = (
  { name, type, actions }: TokenGrants,
  grantable: readonly string[],
): TokenRole | null => {
  switch (type) {
    case 'full-access': {
      const role = { code: 'strapi-full-access', name: 'Strapi full access' };
      return { ...role, kind: type, permissions: [], drafts: true };
    }
    case 'read-only':
      return custom('Strapi read only', grantable.filter(isReadScope));
    case 'custom': {
      const granted = grantable.filter((action) => actions.includes(action));
      return custom(`Strapi ${keyNameOfToken(name)}`.slice(0, MAX_NAME).trim(), granted);
    }
  }
};

/** Actions that a token names and that no key can be granted. */
export const droppedActions = (
  { type, actions }: TokenGrants,
  grantable: readonly string[],
): string[] => (type === 'custom' ? actions.filter((action) => !grantable.includes(action)) : []);

interface RoleShape {
  readonly kind: RoleKind;
  readonly permissions: readonly string[];
  readonly drafts: boolean;
}

/** Whether an API role opens the same as another, no more and no less. */
export const opensTheSame = (one: RoleShape, other: RoleShape): boolean => {
  const held = new Set(one.permissions);
  return (
    one.kind === other.kind &&
    one.drafts === other.drafts &&
    held.size === new Set(other.permissions).size &&
    other.permissions.every((action) => held.has(action))
  );
};

/** A token's name as an Access Name; Strapi takes any text for one. */
const keyNameOfToken = (name: string): string => {
  const cut = oneLine(name).slice(0, MAX_NAME);
  const parsed = keyName.safeParse(cut);
  return parsed.success ? parsed.data : 'Strapi API token';
};

const MAX_NUMBERED = 10;

/** A name, and what it becomes where that is taken: `prod`, `prod 2`, `prod 3`, … */
const numbered = (name: string): string[] =>
  Array.from({ length: MAX_NUMBERED }, (_, at) => {
    const suffix = at === 0 ? '' : ` ${String(at + 1)}`;
    return `${name.slice(0, MAX_NAME - suffix.length).trim()}${suffix}`;
  });

/** Access Names that a token's key may have, the best first. */
export const keyNamesOfToken = (name: string): string[] => numbered(keyNameOfToken(name));

/** The role under the first numbered name and code that no other has. */
export const freeRole = (
  role: TokenRole,
  others: readonly { readonly name: string; readonly code: string }[],
): TokenRole => {
  const names = new Set(others.map(({ name }) => nameKeyOf(name)));
  const codes = new Set(others.map(({ code }) => code));
  const name = numbered(role.name).find((each) => !names.has(nameKeyOf(each))) ?? role.name;
  const code = numbered(role.code)
    .map((each) => codeFromName(each))
    .find((each) => !codes.has(each));
  return { ...role, name, code: code ?? role.code };
};
