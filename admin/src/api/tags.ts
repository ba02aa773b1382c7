import type { ResponseOf } from '../../../contracts/endpoint';
import { type ListTagsQuery, tagEndpoints } from '../../../contracts/tags';
import { accessApi, LIST } from './access-api';
import { request } from './request';

const tagsApi = accessApi.injectEndpoints({
  endpoints: (build) => ({
    listAccessTags: build.query<ResponseOf<typeof tagEndpoints.list>, ListTagsQuery>({
      query: (query) => request(tagEndpoints.list, { query }),
      providesTags: [{ type: 'ApiAccessTag', id: LIST }],
    }),
  }),
});

export const { useListAccessTagsQuery } = tagsApi;
