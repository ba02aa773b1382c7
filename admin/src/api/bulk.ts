import {
  bulkEndpoints,
  type BulkInput,
  type SelectionInput,
  type TakeOverInput,
} from '../../../contracts/bulk';
import type { ResponseOf } from '../../../contracts/endpoint';
import { accessApi, LIST } from './access-api';
import { request } from './request';

type Answer<Name extends keyof typeof bulkEndpoints> = ResponseOf<(typeof bulkEndpoints)[Name]>;

/*
 * Many keys go in several requests. The lists behind them are read again once, after the last one
 * (`keysChangedInBulk`), not after each.
 */
const bulkApi = accessApi.injectEndpoints({
  endpoints: (build) => ({
    /** Changes nothing; a mutation, because what it answers must be of this moment. */
    selectKeys: build.mutation<Answer<'select'>, SelectionInput>({
      query: (body) => request(bulkEndpoints.select, { body }),
    }),
    bulkRevokeKeys: build.mutation<Answer<'revoke'>, BulkInput>({
      query: (body) => request(bulkEndpoints.revoke, { body }),
    }),
    bulkDeleteKeys: build.mutation<Answer<'delete'>, BulkInput>({
      query: (body) => request(bulkEndpoints.delete, { body }),
    }),
    takeOverKeys: build.mutation<Answer<'takeOver'>, TakeOverInput>({
      query: (body) => request(bulkEndpoints.takeOver, { body }),
    }),
    /** Says that many keys have changed. Sends nothing. */
    keysChangedInBulk: build.mutation<null, undefined>({
      queryFn: () => ({ data: null }),
      invalidatesTags: [
        'ApiAccessKey',
        { type: 'ApiAccessRole', id: LIST },
        { type: 'ApiAccessTag', id: LIST },
      ],
    }),
  }),
});

export const {
  useSelectKeysMutation,
  useBulkRevokeKeysMutation,
  useBulkDeleteKeysMutation,
  useTakeOverKeysMutation,
  useKeysChangedInBulkMutation,
} = bulkApi;
