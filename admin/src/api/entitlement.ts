import type { ResponseOf } from '../../../contracts/endpoint';
import { type Entitlement, entitlementEndpoint } from '../../../contracts/entitlement';
import { accessApi } from './access-api';
import { request } from './request';

const entitlementApi = accessApi.injectEndpoints({
  endpoints: (build) => ({
    readAccessEntitlement: build.query<Entitlement, undefined>({
      query: () => request(entitlementEndpoint),
      transformResponse: (answer: ResponseOf<typeof entitlementEndpoint>) => answer.data,
    }),
  }),
});

export const { useReadAccessEntitlementQuery } = entitlementApi;
