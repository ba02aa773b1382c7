import type { ResponseOf } from '../../../contracts/endpoint';
import { attentionEndpoint } from '../../../contracts/widget';
import { accessApi, LIST } from './access-api';
import { request } from './request';

const attentionApi = accessApi.injectEndpoints({
  endpoints: (build) => ({
    listAccessKeysToSeeTo: build.query<ResponseOf<typeof attentionEndpoint>, undefined>({
      query: () => request(attentionEndpoint),
      providesTags: [{ type: 'ApiAccessKey', id: LIST }],
    }),
  }),
});

export const { useListAccessKeysToSeeToQuery } = attentionApi;
