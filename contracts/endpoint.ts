import { z } from 'zod';

/**
 * One endpoint as both sides see it: the server parses requests with it and answers in its
 * shape, the admin panel validates forms with it and is typed by it, tests check answers with it.
 */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path below `/api-access`, with Koa's `:name` parameters. */
  readonly path: `/${string}`;
  /** Of an answer that is no refusal. */
  readonly status: 200 | 201;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly response: Response;
}

/** Nothing but an empty object: unknown fields are refused, never silently dropped. */
export const nothing = z.strictObject({});
/** Endpoints without a body take any absence of one. */
export const noBody = z.union([z.undefined(), z.null(), nothing]);

type Shape = Pick<Endpoint, 'method' | 'path' | 'response'> & Partial<Endpoint>;
type PartOf<
  T extends Shape,
  K extends 'params' | 'query' | 'body',
  Default,
> = T[K] extends z.ZodType ? T[K] : Default;

/** Fills the parts that an endpoint does not have with schemas that accept nothing, and answers 200. */
export const endpoint = <const T extends Shape>(
  shape: T,
): Endpoint<
  PartOf<T, 'params', typeof nothing>,
  PartOf<T, 'query', typeof nothing>,
  PartOf<T, 'body', typeof noBody>,
  T['response']
> => ({ status: 200, params: nothing, query: nothing, body: noBody, ...shape });

export type ParamsOf<E extends Endpoint> = z.infer<E['params']>;
export type QueryOf<E extends Endpoint> = z.infer<E['query']>;
export type BodyOf<E extends Endpoint> = z.infer<E['body']>;
export type ResponseOf<E extends Endpoint> = z.infer<E['response']>;
