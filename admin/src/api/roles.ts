import type { ResponseOf } from '../../../contracts/endpoint';
import { permissionEndpoints } from '../../../contracts/permissions';
import {
  type CreateRoleInput,
  type ListRolesQuery,
  type Role,
  roleEndpoints,
  type RoleImpactInput,
  type UpdateRoleInput,
} from '../../../contracts/roles';
import { accessApi, LIST } from './access-api';
import { everyPage } from './every-page';
import { request } from './request';

type Answer<Name extends keyof typeof roleEndpoints> = ResponseOf<(typeof roleEndpoints)[Name]>;

const changed = (id: string) => [
  { type: 'ApiAccessRole' as const, id },
  { type: 'ApiAccessRole' as const, id: LIST },
  { type: 'ApiAccessKey' as const },
];

const rolesApi = accessApi.injectEndpoints({
  endpoints: (build) => ({
    listAccessRoles: build.query<Answer<'list'>, ListRolesQuery>({
      query: (query) => request(roleEndpoints.list, { query }),
      providesTags: [{ type: 'ApiAccessRole', id: LIST }],
    }),
    /** Every role, for where one chooses among them. */
    listAllAccessRoles: build.query<Role[], undefined>({
      queryFn: (_none, _api, _options, fetch) => everyPage(fetch, roleEndpoints.list),
      providesTags: [{ type: 'ApiAccessRole', id: LIST }],
    }),
    readAccessRole: build.query<Answer<'read'>, string>({
      query: (id) => request(roleEndpoints.read, { params: { id } }),
      providesTags: (_answer, _error, id) => [{ type: 'ApiAccessRole', id }],
    }),
    createAccessRole: build.mutation<Answer<'create'>, CreateRoleInput>({
      query: (body) => request(roleEndpoints.create, { body }),
      invalidatesTags: [{ type: 'ApiAccessRole', id: LIST }],
    }),
    updateAccessRole: build.mutation<Answer<'update'>, { id: string; changes: UpdateRoleInput }>({
      query: ({ id, changes }) => request(roleEndpoints.update, { params: { id }, body: changes }),
      invalidatesTags: (answer, _error, { id }) => (answer === undefined ? [] : changed(id)),
    }),
    deleteAccessRole: build.mutation<Answer<'delete'>, string>({
      query: (id) => request(roleEndpoints.delete, { params: { id } }),
      // The role's own tag stays: asking again for what is gone would answer 404.
      invalidatesTags: (answer, _error, id) =>
        answer === undefined ? [] : changed(id).filter((tag) => !('id' in tag) || tag.id !== id),
    }),
    /** Who would be hit by a change; asked anew each time, since keys are used meanwhile. */
    weighAccessRoleChange: build.query<
      Answer<'impact'>,
      { id: string; change: RoleImpactInput['change'] }
    >({
      query: ({ id, change }) =>
        request(roleEndpoints.impact, { params: { id }, body: { change } }),
      keepUnusedDataFor: 0,
    }),
    listGrantableActions: build.query<ResponseOf<typeof permissionEndpoints.list>, undefined>({
      query: () => request(permissionEndpoints.list),
    }),
  }),
});

export const {
  useListAccessRolesQuery,
  useListAllAccessRolesQuery,
  useReadAccessRoleQuery,
  useCreateAccessRoleMutation,
  useUpdateAccessRoleMutation,
  useDeleteAccessRoleMutation,
  useWeighAccessRoleChangeQuery,
  useLazyWeighAccessRoleChangeQuery,
  useListGrantableActionsQuery,
} = rolesApi;
