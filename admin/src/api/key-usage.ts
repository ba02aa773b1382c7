import type { ResponseOf } from '../../../contracts/endpoint';
import { usageEndpoints } from '../../../contracts/usage';
import { accessApi } from './access-api';
import { request } from './request';

type Answer<Name extends keyof typeof usageEndpoints> = ResponseOf<(typeof usageEndpoints)[Name]>;

const ofKey = (_answer: unknown, _error: unknown, id: string) => [
  { type: 'ApiAccessKey' as const, id },
];

const usageApi = accessApi.injectEndpoints({
  endpoints: (build) => ({
    readAccessKeyUsage: build.query<Answer<'usage'>, string>({
      query: (id) => request(usageEndpoints.usage, { params: { id } }),
      providesTags: ofKey,
    }),
    readAccessKeyDenials: build.query<Answer<'denials'>, string>({
      query: (id) => request(usageEndpoints.denials, { params: { id } }),
      providesTags: ofKey,
    }),
    readAccessKeyPermissions: build.query<Answer<'permissions'>, string>({
      query: (id) => request(usageEndpoints.permissions, { params: { id } }),
      providesTags: ofKey,
    }),
  }),
});

export const {
  useReadAccessKeyUsageQuery,
  useReadAccessKeyDenialsQuery,
  useReadAccessKeyPermissionsQuery,
} = usageApi;
