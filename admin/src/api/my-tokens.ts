import type { ResponseOf } from '../../../contracts/endpoint';
import { myTokenEndpoints } from '../../../contracts/my-tokens';
import { accessApi, LIST } from './access-api';
import { request } from './request';

export type ListedMyTokens = ResponseOf<typeof myTokenEndpoints.list>;

// Whoever may read keys sees that personal tokens exist.
const CHANGED = [
  { type: 'ApiAccessMyToken' as const, id: LIST },
  { type: 'ApiAccessKey' as const, id: LIST },
];

const myTokensApi = accessApi.injectEndpoints({
  endpoints: (build) => ({
    listMyTokens: build.query<ListedMyTokens, undefined>({
      query: () => request(myTokenEndpoints.list),
      providesTags: [{ type: 'ApiAccessMyToken', id: LIST }],
    }),
    deleteMyToken: build.mutation<ResponseOf<typeof myTokenEndpoints.delete>, string>({
      query: (id) => request(myTokenEndpoints.delete, { params: { id } }),
      invalidatesTags: (answer) => (answer === undefined ? [] : CHANGED),
    }),
    /** Says that a token was issued outside of this cache (see `issue-token.ts`). Sends nothing. */
    myTokenIssued: build.mutation<null, undefined>({
      queryFn: () => ({ data: null }),
      invalidatesTags: CHANGED,
    }),
  }),
});

export const { useListMyTokensQuery, useDeleteMyTokenMutation, useMyTokenIssuedMutation } =
  myTokensApi;
