import type { ResponseOf } from '../../../contracts/endpoint';
import { type ListTagsQuery, type Tag, tagEndpoints } from '../../../contracts/tags';
import { accessApi, LIST } from './access-api';
import { everyPage } from './every-page';
import { request } from './request';

type Answer<Name extends keyof typeof tagEndpoints> = ResponseOf<(typeof tagEndpoints)[Name]>;

/** A tag that changed its name, or is gone, changes the keys that hold it. */
const changed = (answer: unknown) =>
  answer === undefined
    ? []
    : [{ type: 'ApiAccessTag' as const, id: LIST }, { type: 'ApiAccessKey' as const }];

const tagsApi = accessApi.injectEndpoints({
  endpoints: (build) => ({
    listAccessTags: build.query<Answer<'list'>, ListTagsQuery>({
      query: (query) => request(tagEndpoints.list, { query }),
      providesTags: [{ type: 'ApiAccessTag', id: LIST }],
    }),
    /** Every tag, for where one chooses among them. */
    listAllAccessTags: build.query<Tag[], undefined>({
      queryFn: (_none, _api, _options, fetch) => everyPage(fetch, tagEndpoints.list),
      providesTags: [{ type: 'ApiAccessTag', id: LIST }],
    }),
    renameAccessTag: build.mutation<Answer<'update'>, { id: string; name: string }>({
      query: ({ id, name }) => request(tagEndpoints.update, { params: { id }, body: { name } }),
      invalidatesTags: changed,
    }),
    mergeAccessTag: build.mutation<Answer<'merge'>, { id: string; into: string }>({
      query: ({ id, into }) => request(tagEndpoints.merge, { params: { id }, body: { into } }),
      invalidatesTags: changed,
    }),
    deleteAccessTag: build.mutation<Answer<'delete'>, string>({
      query: (id) => request(tagEndpoints.delete, { params: { id } }),
      invalidatesTags: changed,
    }),
  }),
});

export const {
  useListAccessTagsQuery,
  useListAllAccessTagsQuery,
  useRenameAccessTagMutation,
  useMergeAccessTagMutation,
  useDeleteAccessTagMutation,
} = tagsApi;
