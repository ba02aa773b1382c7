import type { ResponseOf } from '../../../contracts/endpoint';
import { keyEndpoints, type ListKeysQuery, type UpdateKeyInput } from '../../../contracts/keys';
import { accessApi, LIST } from './access-api';
import { request } from './request';

type Answer<Name extends keyof typeof keyEndpoints> = ResponseOf<(typeof keyEndpoints)[Name]>;

const changed = (id: string) => [
  { type: 'ApiAccessKey' as const, id },
  { type: 'ApiAccessKey' as const, id: LIST },
  { type: 'ApiAccessRole' as const, id: LIST },
  { type: 'ApiAccessTag' as const, id: LIST },
];

// The names carry the plugin's, because all endpoints of the panel share one namespace.
const keysApi = accessApi.injectEndpoints({
  endpoints: (build) => ({
    listAccessKeys: build.query<Answer<'list'>, ListKeysQuery>({
      query: (query) => request(keyEndpoints.list, { query }),
      providesTags: [{ type: 'ApiAccessKey', id: LIST }],
    }),
    /** Counted anew whenever a key has changed. */
    countAccessKeys: build.query<Answer<'counts'>, undefined>({
      query: () => request(keyEndpoints.counts),
      providesTags: [{ type: 'ApiAccessKey', id: LIST }],
    }),
    listKeyPeople: build.query<Answer<'people'>, undefined>({
      query: () => request(keyEndpoints.people),
      providesTags: [{ type: 'ApiAccessKey', id: LIST }],
    }),
    /** Tells of the keys before and after it too, and is read again when one of them has changed. */
    readAccessKey: build.query<Answer<'read'>, string>({
      query: (id) => request(keyEndpoints.read, { params: { id } }),
      providesTags: (answer, _error, id) => {
        const { replaces = null, replacedBy = [] } = answer?.data ?? {};
        const related = replaces === null ? replacedBy : [replaces, ...replacedBy];
        return [id, ...related.map((key) => key.id)].map((each) => ({
          type: 'ApiAccessKey',
          id: each,
        }));
      },
    }),
    readKeyPolicy: build.query<Answer<'policy'>, undefined>({
      query: () => request(keyEndpoints.policy),
      providesTags: ['ApiAccessSettings'],
    }),
    /** Asks anew each time: a name that was free a minute ago may be taken. */
    checkAccessKeyName: build.query<Answer<'checkName'>, { name: string; id?: string }>({
      query: (body) => request(keyEndpoints.checkName, { body }),
      keepUnusedDataFor: 0,
    }),
    updateAccessKey: build.mutation<Answer<'update'>, { id: string; changes: UpdateKeyInput }>({
      query: ({ id, changes }) => request(keyEndpoints.update, { params: { id }, body: changes }),
      invalidatesTags: (answer, _error, { id }) => (answer === undefined ? [] : changed(id)),
    }),
    revokeAccessKey: build.mutation<Answer<'revoke'>, { id: string; revision: number }>({
      query: ({ id, revision }) =>
        request(keyEndpoints.revoke, { params: { id }, body: { revision } }),
      invalidatesTags: (answer, _error, { id }) => (answer === undefined ? [] : changed(id)),
    }),
    deleteAccessKey: build.mutation<Answer<'delete'>, string>({
      query: (id) => request(keyEndpoints.delete, { params: { id } }),
      // The key's own tag stays: asking again for what is gone would answer 404.
      invalidatesTags: (answer, _error, id) =>
        answer === undefined ? [] : changed(id).filter((tag) => tag.id !== id),
    }),
    /**
     * Says that a token was issued outside of this cache (see `issue-token.ts`), so that lists and
     * details are read again. Sends nothing.
     */
    accessTokenIssued: build.mutation<null, string>({
      queryFn: () => ({ data: null }),
      invalidatesTags: (_answer, _error, id) => changed(id),
    }),
  }),
});

export const {
  useListAccessKeysQuery,
  useCountAccessKeysQuery,
  useListKeyPeopleQuery,
  useReadAccessKeyQuery,
  useLazyReadAccessKeyQuery,
  useLazyReadKeyPolicyQuery,
  useReadKeyPolicyQuery,
  useCheckAccessKeyNameQuery,
  useUpdateAccessKeyMutation,
  useRevokeAccessKeyMutation,
  useDeleteAccessKeyMutation,
  useAccessTokenIssuedMutation,
} = keysApi;
