import {
  type Expiry,
  firstExpiry,
  instantOf,
  nextExpiry,
} from '../../../../contracts/expiry-choices';
import type { ExpiryPolicy } from '../../../../contracts/key-policy';
import type { CreateKeyInput, Key, UpdateKeyInput } from '../../../../contracts/keys';
import { networksOf, networksTextOf } from './networks-text';
import {
  NO_RATE_LIMIT,
  rateLimitOf,
  type RateLimitText,
  rateLimitTextOf,
} from '../../components/rate-limit-text';
import { replacementName } from './replacement-name';

/** The form of a key as it is typed. */
export interface KeyFormValues {
  readonly name: string;
  readonly description: string;
  readonly tags: readonly string[];
  /** Ids; only read where the person may see roles. */
  readonly roles: readonly string[];
  readonly expiry: Expiry;
  readonly ownerName: string;
  /** E-mail addresses as one types them, with commas between. */
  readonly ownerEmails: string;
  /** Addresses and networks as one types them, one a line. */
  readonly networks: string;
  readonly rateLimit: RateLimitText;
}

export const emptyKeyForm = (policy: ExpiryPolicy): KeyFormValues => ({
  name: '',
  description: '',
  tags: [],
  roles: [],
  expiry: firstExpiry(policy),
  ownerName: '',
  ownerEmails: '',
  networks: '',
  rateLimit: NO_RATE_LIMIT,
});

export const keyFormOf = (key: Key): KeyFormValues => ({
  name: key.name,
  description: key.description ?? '',
  tags: key.tags.map((tag) => tag.name),
  roles: (key.roles ?? []).map((role) => role.id),
  expiry: { kind: 'keep' },
  ownerName: key.technicalOwner?.name ?? '',
  ownerEmails: key.technicalOwner?.emails.join(', ') ?? '',
  networks: networksTextOf(key.networks),
  rateLimit: rateLimitTextOf(key.rateLimit),
});

/** A new key from the settings of one that it is to replace: the same but for name and end. */
export const replacementFormOf = (key: Key, policy: ExpiryPolicy): KeyFormValues => ({
  ...keyFormOf(key),
  name: replacementName(key.name),
  expiry: nextExpiry(policy, key),
});

const emailsOf = (text: string) => text.split(/[\s,;]+/).filter((email) => email !== '');

const ownerOf = ({ ownerName, ownerEmails }: KeyFormValues) => {
  const emails = emailsOf(ownerEmails);
  return ownerName.trim() === '' && emails.length === 0 ? null : { name: ownerName, emails };
};

/** What the form asks to create; checked by the contract before it is sent. */
export const createBodyOf = (
  values: KeyFormValues,
  nowMs: number,
  mayAssignRoles: boolean,
  replaces: string | undefined,
): CreateKeyInput => ({
  name: values.name,
  description: values.description,
  tags: [...values.tags],
  ...(mayAssignRoles ? { roles: [...values.roles] } : {}),
  technicalOwner: ownerOf(values),
  networks: networksOf(values.networks),
  rateLimit: rateLimitOf(values.rateLimit),
  expiresAt: instantOf(values.expiry, nowMs),
  ...(replaces === undefined ? {} : { replaces }),
});

/** What the form asks to change: only what was touched, so that the rest stays as it is. */
export const updateBodyOf = (
  values: KeyFormValues,
  changed: ReadonlySet<keyof KeyFormValues>,
  nowMs: number,
  revision: number,
): UpdateKeyInput => ({
  ...(changed.has('name') ? { name: values.name } : {}),
  ...(changed.has('description') ? { description: values.description } : {}),
  ...(changed.has('tags') ? { tags: [...values.tags] } : {}),
  ...(changed.has('roles') ? { roles: [...values.roles] } : {}),
  ...(changed.has('ownerName') || changed.has('ownerEmails')
    ? { technicalOwner: ownerOf(values) }
    : {}),
  ...(changed.has('networks') ? { networks: networksOf(values.networks) } : {}),
  ...(changed.has('rateLimit') ? { rateLimit: rateLimitOf(values.rateLimit) } : {}),
  ...(changed.has('expiry') ? { expiresAt: instantOf(values.expiry, nowMs) } : {}),
  revision,
});

/** A date was asked for and none was picked. */
export const lacksDate = ({ kind, ...rest }: Expiry): boolean =>
  kind === 'unset' || (kind === 'date' && 'date' in rest && rest.date === '');
