import { type QueryArguments } from '@strapi/strapi/admin';
import { type z } from 'zod';
import type { Endpoint } from '../../../contracts/endpoint';
import { PLUGIN_ID } from '../../../contracts/ids';

interface Input<E extends Endpoint> {
  params?: z.input<E['params']>;
  query?: z.input<E['query']>;
  body?: z.input<E['body']>;
}

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

const textOf = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';

/** Query string with repeated names for lists, and without what is empty. */
export const searchOf = (query: unknown): string => {
  const search = new URLSearchParams();
  for (const [name, value] of entriesOf(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      const text = textOf(item);
      if (text !== '') search.append(name, text);
    }
  }
  return search.size === 0 ? '' : `?${search.toString()}`;
};

/** The request that an endpoint's contract describes, as Strapi's fetch client takes it. */
export const request = <E extends Endpoint>(
  { method, path }: E,
  { params, query, body }: Input<E> = {},
): QueryArguments => {
  const filled = entriesOf(params).reduce<string>(
    (url, [name, value]) => url.replace(`:${name}`, encodeURIComponent(textOf(value))),
    path,
  );
  return { url: `/${PLUGIN_ID}${filled}${searchOf(query)}`, method, data: body };
};
