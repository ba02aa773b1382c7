import type { z } from 'zod';

const rawQuery = (search: URLSearchParams): Record<string, unknown> =>
  Object.fromEntries(
    [...new Set(search.keys())].map((name) => {
      const values = search.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );

/** Reads a list's query from the URL; what the contract does not know or refuse is left out. */
export const readQuery = <S extends z.ZodType>(schema: S, search: URLSearchParams): z.infer<S> => {
  const raw = rawQuery(search);
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const refused = new Set(
    parsed.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])],
    ),
  );
  return schema.parse(
    Object.fromEntries(Object.entries(raw).filter(([name]) => !refused.has(name))),
  );
};

/** New values by name; none, or an empty one, takes the name away. */
export type Patch = Record<string, string | number | readonly string[] | undefined>;

/** A list's query string with some values changed. */
export const writeQuery = (search: URLSearchParams, patch: Patch): URLSearchParams => {
  const next = new URLSearchParams(search);
  // Another order, filter or size makes another first page.
  if (!('page' in patch)) next.delete('page');
  for (const [name, value] of Object.entries(patch)) {
    next.delete(name);
    const values = Array.isArray(value) ? (value as readonly string[]) : [value];
    for (const item of values) {
      if (item !== undefined && item !== '') next.append(name, String(item));
    }
  }
  return next;
};
