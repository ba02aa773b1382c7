import type { z } from 'zod';
import { type Endpoint, noBody } from '../../../contracts';

/** Read by Strapi's OpenAPI document alone: it neither checks nor strips anything with it. */
interface Described {
  readonly request: {
    readonly params?: Readonly<Record<string, z.ZodType>>;
    readonly body?: { readonly 'application/json': z.ZodType };
  };
  readonly response: z.ZodType;
}

/** What each part of a path may be; a contract says it of all of them at once. */
const paramsOf = ({ params }: Endpoint): Readonly<Record<string, z.ZodType>> =>
  (params as z.ZodObject<Readonly<Record<string, z.ZodType>>>).shape;

/** A route of the content API, with what its contract says of requests and answers. */
export const contentRoute = (contract: Endpoint, handler: string) => ({
  method: contract.method,
  path: contract.path,
  handler,
  ...({
    request: {
      params: paramsOf(contract),
      ...(contract.body === noBody ? {} : { body: { 'application/json': contract.body } }),
    },
    response: contract.response,
  } satisfies Described),
});
