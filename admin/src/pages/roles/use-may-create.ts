import { listRolesQuery } from '../../../../contracts/roles';
import { useListAccessRolesQuery } from '../../api/roles';

/** Whose list tells no more than that. */
const FIRST_ROLE = listRolesQuery.parse({ pageSize: 1 });

/** Whether the viewer may make roles, which takes more than the permission; absent until known. */
export const useMayCreate = (): { mayCreate: boolean | undefined; isFetching: boolean } => {
  const { data, isFetching } = useListAccessRolesQuery(FIRST_ROLE, {
    refetchOnMountOrArgChange: true,
  });
  return { mayCreate: data?.meta.mayCreate, isFetching };
};
