import type { ResponseOf } from '../../../contracts/endpoint';
import { entitlementEndpoint } from '../../../contracts/entitlement';
import { accessApi } from './access-api';
import { request } from './request';

const entitlementApi = accessApi.injectEndpoints({
  endpoints: (build) => ({
    readAccessEntitlement: build.query<ResponseOf<typeof entitlementEndpoint>, undefined>({
      query: () => request(entitlementEndpoint),
    }),
  }),
});

export const { useReadAccessEntitlementQuery } = entitlementApi;
