import { type QueryArguments } from '@strapi/strapi/admin';
import type { z } from 'zod';
import { MAX_PAGE_SIZE, type Pagination } from '../../../contracts/common';
import type { Endpoint } from '../../../contracts/endpoint';
import { request } from './request';

type ListEndpoint<T> = Endpoint<
  z.ZodType,
  z.ZodType,
  z.ZodType,
  z.ZodType<{ data: T[]; meta: { pagination: Pagination } }>
>;

type Fetched<Failure> = { data: unknown; error?: undefined } | { error: Failure; data?: undefined };

/**
 * Everything that a list holds, asked for page by page, as RTK Query's `queryFn` answers.
 *
 * @param fetch - The base query that `queryFn` is given.
 */
export const everyPage = async <T, Failure>(
  fetch: (request: QueryArguments) => Fetched<Failure> | PromiseLike<Fetched<Failure>>,
  endpoint: ListEndpoint<T>,
): Promise<{ data: T[] } | { error: NonNullable<Failure> }> => {
  const all: T[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await fetch(request(endpoint, { query: { page, pageSize: MAX_PAGE_SIZE } }));
    if (answer.error !== undefined && answer.error !== null) return { error: answer.error };
    const { data, meta } = answer.data as z.infer<(typeof endpoint)['response']>;
    all.push(...data);
    if (page >= meta.pagination.pageCount) return { data: all };
  }
};
