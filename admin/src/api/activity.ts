import { activityEndpoints, type ListActivityQuery } from '../../../contracts/activity';
import type { ResponseOf } from '../../../contracts/endpoint';
import { accessApi } from './access-api';
import { request } from './request';

type Answer<Name extends keyof typeof activityEndpoints> = ResponseOf<
  (typeof activityEndpoints)[Name]
>;

const activityApi = accessApi.injectEndpoints({
  endpoints: (build) => ({
    listAccessActivity: build.query<Answer<'list'>, ListActivityQuery>({
      query: (query) => request(activityEndpoints.list, { query }),
    }),
    listActivityPeople: build.query<Answer<'people'>, undefined>({
      query: () => request(activityEndpoints.people),
    }),
    /** Read again whenever the key has changed: then something has happened to it. */
    listActivityOfKey: build.query<Answer<'ofKey'>, { id: string; page: number; pageSize: number }>(
      {
        query: ({ id, ...query }) => request(activityEndpoints.ofKey, { params: { id }, query }),
        providesTags: (_answer, _error, { id }) => [{ type: 'ApiAccessKey', id }],
      },
    ),
  }),
});

export const { useListAccessActivityQuery, useListActivityPeopleQuery, useListActivityOfKeyQuery } =
  activityApi;
