import type { BulkInput } from '../../../contracts/bulk';
import type { ResponseOf } from '../../../contracts/endpoint';
import { strapiTokenEndpoints, type MoveStrapiTokensInput } from '../../../contracts/strapi-tokens';
import { accessApi, LIST } from './access-api';
import { request } from './request';

type Answer<Name extends keyof typeof strapiTokenEndpoints> = ResponseOf<
  (typeof strapiTokenEndpoints)[Name]
>;

const CHANGED = [
  'ApiAccessStrapiToken' as const,
  { type: 'ApiAccessKey' as const, id: LIST },
  { type: 'ApiAccessRole' as const, id: LIST },
];

const strapiTokensApi = accessApi.injectEndpoints({
  endpoints: (build) => ({
    listStrapiTokens: build.query<Answer<'list'>, undefined>({
      query: () => request(strapiTokenEndpoints.list),
      providesTags: ['ApiAccessStrapiToken'],
    }),
    countStrapiTokens: build.query<Answer<'count'>, undefined>({
      query: () => request(strapiTokenEndpoints.count),
      providesTags: ['ApiAccessStrapiToken'],
    }),
    moveStrapiTokens: build.mutation<Answer<'move'>, MoveStrapiTokensInput>({
      query: (body) => request(strapiTokenEndpoints.move, { body }),
      invalidatesTags: CHANGED,
    }),
    // The key's own tag stays: asking again for what is gone would answer 404.
    moveStrapiTokensBack: build.mutation<Answer<'moveBack'>, BulkInput>({
      query: (body) => request(strapiTokenEndpoints.moveBack, { body }),
      invalidatesTags: CHANGED,
    }),
  }),
});

export const {
  useListStrapiTokensQuery,
  useCountStrapiTokensQuery,
  useMoveStrapiTokensMutation,
  useMoveStrapiTokensBackMutation,
} = strapiTokensApi;
