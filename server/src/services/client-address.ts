import { addressOf } from '../domain/address';

/** Where a request came from; behind a proxy that Strapi trusts, as the proxy says. */
export const clientAddress = ({
  request,
}: {
  readonly request: { readonly ip: string };
}): string | null => addressOf(request.ip);
