import type { Formats } from '../../hooks/use-formats';
import type { TextId } from '../../translations/get-translation';
import type { Translate } from '../../translations/use-t';

const FIELDS: Partial<Record<string, TextId>> = {
  author: 'activity.field.author',
  declared: 'activity.field.declared',
  description: 'activity.field.description',
  drafts: 'activity.field.drafts',
  expiresAt: 'activity.field.expiresAt',
  kind: 'activity.field.kind',
  name: 'activity.field.name',
  networks: 'activity.field.networks',
  permissions: 'activity.field.permissions',
  rateLimit: 'activity.field.rateLimit',
  roles: 'activity.field.roles',
  tags: 'activity.field.tags',
  technicalOwner: 'activity.field.technicalOwner',
};

const VALUES: Partial<Record<string, TextId>> = {
  custom: 'activity.value.custom',
  false: 'activity.value.false',
  'full-access': 'activity.value.full-access',
  'read-only': 'activity.value.read-only',
  true: 'activity.value.true',
};

/** Fields whose values are words of the program, where the others hold names that somebody gave. */
const CODED = new Set(['declared', 'drafts', 'kind']);

/** What people call a field; its own name where it is not one of those. */
export const fieldText = (t: Translate, field: string): string => {
  const id = FIELDS[field];
  return id === undefined ? field : t(id);
};

/** A value of a field before or after an edit, as people read it. */
export const valueText = (
  t: Translate,
  { dateTime }: Formats,
  field: string,
  value: string,
): string => {
  if (field === 'expiresAt') return dateTime(value);
  const id = CODED.has(field) ? VALUES[value] : undefined;
  return id === undefined ? value : t(id);
};
