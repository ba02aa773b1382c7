import { z } from 'zod';

import { config, REDIS_DEFAULTS, schema } from '../../server/src/config';
import { tableOf } from './made-docs';

type Field = z.core.$ZodType;

/** What an option takes where the schema has no default of it. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  secret: '`apiToken.salt` of `config/admin`',
  roles: 'none',
  redis: 'none',
  'redis.url': '',
  'redis.keyPrefix': `\`'${REDIS_DEFAULTS.keyPrefix}'\``,
  'redis.timeoutMs': `\`${String(REDIS_DEFAULTS.timeoutMs)}\``,
  entitlement: 'none',
};

const literal = (value: unknown): string =>
  typeof value === 'string' ? `\`'${value}'\`` : `\`${JSON.stringify(value)}\``;

const inner = (field: Field): Field =>
  field instanceof z.ZodOptional ? inner(field.unwrap()) : field;

/** The schema's own words of refusal say what an option takes. */
const taken = (field: Field): string => {
  const { error } = z.safeParse(inner(field), Symbol('nothing that could be right'));
  const message = error?.issues[0]?.message ?? '';
  return message.replace(/^takes /, '');
};

const rowOf = (name: string, field: Field, standard: unknown): string[] => [
  `\`${name}\``,
  STANDS_FOR[name] ?? literal(standard),
  taken(field),
  z.globalRegistry.get(field)?.description ?? '',
];

const rowsOf = (shape: Readonly<Record<string, Field>>, standard: object, under = ''): string[][] =>
  Object.entries(shape).flatMap(([key, field]) => {
    const name = `${under}${key}`;
    const value = (standard as Record<string, unknown>)[key];
    const parts = inner(field);
    if (!(parts instanceof z.ZodObject)) return [rowOf(name, field, value)];
    const own = rowOf(name, field, value);
    const isObject = typeof value === 'object' && value !== null;
    const [nameCell = '', standardCell = '', , what = ''] = own;
    return [
      [nameCell, isObject ? '' : standardCell, 'an object of what follows', what],
      ...rowsOf(parts.shape, isObject ? value : {}, `${name}.`),
    ];
  });

/** Every option of the config, with its default, what it takes and what it does, as Markdown. */
export const configurationTable = (): string =>
  tableOf([
    ['option', 'default', 'takes', 'what it does'],
    ...rowsOf(schema.shape, config.default()),
  ]);
