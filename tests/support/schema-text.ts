/** What a schema takes, in words. */
import { z } from 'zod';

import * as contracts from '../../contracts';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** A field with what it takes: `meta.pagination`, or `keys[].id`. */
export interface SchemaRow {
  readonly name: string;
  readonly takes: string;
  readonly isRequired: boolean;
  /** As JSON. */
  readonly standard?: string;
}

/** Whether something says enough to be told once, under a name. */
const isTold = (value: unknown): value is z.ZodType =>
  value instanceof z.ZodObject ||
  value instanceof z.ZodEnum ||
  (value instanceof z.ZodString && value.format !== null) ||
  value instanceof z.ZodStringFormat;

/** The schemas that others speak of by name, as the contracts export them. */
export const NAMED = new Map(
  Object.entries(contracts).flatMap(([name, value]: [string, unknown]) =>
    isTold(value) && value !== contracts.nothing ? [[name, value] as const] : [],
  ),
);

/** `keyDetail` is the type `KeyDetail`. */
export const typeNameOf = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const names = z.registry<{ id: string }>();
for (const [name, schema] of NAMED) names.add(schema, { id: name });

/** The types that a JSON schema allows; several of them where one is `null`. */
const typesOf = ({ type }: JsonSchema): readonly unknown[] => (Array.isArray(type) ? type : [type]);

/** A part of a JSON schema, `null` in the stead of a value always told as an alternative. */
const schemaOf = (item: JsonSchema | boolean | undefined): JsonSchema => {
  if (typeof item !== 'object') return {};
  const types = typesOf(item);
  if (types.length < 2) return item;
  const type = types.find((each) => each !== 'null') as 'string';
  return { anyOf: [{ ...item, type }, { type: 'null' }] };
};

const refOf = ({ $ref }: JsonSchema): string | undefined => $ref?.replace('#/$defs/', '');

/** How a schema looks in JSON, with those in it that have a name as a reference. */
export const jsonSchemaOf = (schema: z.ZodType): JsonSchema => {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', metadata: names });
  const name = refOf(json);
  return name === undefined ? json : schemaOf(json.$defs?.[name]);
};

const code = (value: unknown): string =>
  `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;

/** As in `a, b or c`. */
export const choiceOf = (parts: readonly string[]): string => {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} or ${last}`;
};

const figure = (value: number): string => value.toLocaleString('en');

const rangeOf = (least = 0, most = Infinity): string => {
  if (most >= Number.MAX_SAFE_INTEGER) return least > 0 ? `at least ${figure(least)}` : '';
  return least > 0 ? `${figure(least)} to ${figure(most)}` : `at most ${figure(most)}`;
};

const numberText = (what: string, { minimum, maximum }: JsonSchema): string => {
  const least = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? minimum : undefined;
  if (maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER)
    return least === undefined ? what : `${what}, at least ${figure(least)}`;
  return `${what} from ${figure(least ?? 0)} to ${figure(maximum)}`;
};

const FORMATS: Readonly<Record<string, string>> = {
  'date-time': 'instant, ISO 8601',
  date: 'day, as `2026-11-21`',
  email: 'e-mail address',
};

const stringText = ({ format, pattern, minLength, maxLength }: JsonSchema): string => {
  const known = FORMATS[format ?? ''];
  if (known !== undefined) return known;
  if (pattern !== undefined) return `text like ${code(pattern)}`;
  const range = rangeOf(minLength, maxLength);
  return range === '' ? 'text' : `text of ${range} characters`;
};

const listText = ({ items, minItems, maxItems }: JsonSchema): string => {
  const range = rangeOf(minItems, maxItems);
  return `list of ${takenBy(schemaOf(Array.isArray(items) ? items[0] : items))}${range === '' ? '' : `, ${range}`}`;
};

/** Sections of types that are a table of their own. */
const ANCHORS: Readonly<Record<string, string>> = {
  ErrorCode: 'error-codes',
  RefusalCode: 'refusal-codes',
};

const linkTo = (type: string): string => `[${type}](#${ANCHORS[type] ?? type.toLowerCase()})`;

const choicesOf = (schema: JsonSchema): string[] => schema.enum?.map(code) ?? [takenBy(schema)];

/** What a value may be, in a few words of Markdown. */
export const takenBy = (schema: JsonSchema): string => {
  const name = refOf(schema);
  if (name !== undefined) return linkTo(typeNameOf(name));
  if (schema.enum !== undefined) return choiceOf(schema.enum.map(code));
  if (schema.const !== undefined) return code(schema.const);
  if (schema.anyOf !== undefined)
    return choiceOf([...new Set(schema.anyOf.map(schemaOf).flatMap(choicesOf))]);
  switch (schema.type) {
    case 'string':
      return stringText(schema);
    case 'integer':
      return numberText('whole number', schema);
    case 'number':
      return numberText('number', schema);
    case 'boolean':
      return '`true` or `false`';
    case 'null':
      return '`null`';
    case 'array':
      return listText(schema);
    case 'object': {
      if (schema.properties !== undefined) return 'object';
      const of = takenBy(schemaOf(schema.additionalProperties));
      return `object of ${of}, by ${takenBy(schemaOf(schema.propertyNames))}`;
    }
    default:
      throw new Error(`There are no words yet for ${JSON.stringify(schema)}.`);
  }
};

/** The object that a field holds, alone, in a list, or with `null` in its stead. */
const heldBy = (schema: JsonSchema): { object: JsonSchema; mark: string } | undefined => {
  if (schema.properties !== undefined) return { object: schema, mark: '' };
  if (schema.type === 'array' && !Array.isArray(schema.items)) {
    const held = heldBy(schemaOf(schema.items));
    return held && { ...held, mark: `[]${held.mark}` };
  }
  const others = (schema.anyOf ?? []).map(schemaOf).filter(({ type }) => type !== 'null');
  return others.length === 1 ? heldBy(schemaOf(others[0])) : undefined;
};

/** Every field of an object, and of the objects in it that have no name. */
export const rowsOf = (schema: JsonSchema, under = ''): SchemaRow[] => {
  if (schema.anyOf !== undefined && under === '')
    return schema.anyOf.flatMap((each) =>
      rowsOf(schemaOf(each)).map((row) => ({ ...row, isRequired: false })),
    );
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const field = schemaOf(value);
    const name = under + key;
    const held = heldBy(field);
    const row = {
      name,
      takes: takenBy(field),
      isRequired: (schema.required ?? []).includes(key),
      ...(field.default === undefined ? {} : { standard: JSON.stringify(field.default) }),
    };
    return held === undefined ? [row] : [row, ...rowsOf(held.object, `${name}${held.mark}.`)];
  });
};
