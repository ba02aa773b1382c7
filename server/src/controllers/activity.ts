import { activityEndpoints } from '../../../contracts';
import { getService } from '../services/get-service';
import { action, type ControllerContext } from './endpoint';
import { streamed } from './streamed';

export const activity = ({ strapi }: ControllerContext) => {
  const reader = () => getService(strapi, 'activity-reader');
  return {
    list: action(activityEndpoints.list, ({ query, actor }) => reader().list(query, actor)),
    export: streamed(strapi, activityEndpoints.export, ({ query, actor }) =>
      getService(strapi, 'activity-export').file(query, actor),
    ),
    people: action(activityEndpoints.people, async () => ({ data: await reader().people() })),
    ofKey: action(activityEndpoints.ofKey, async ({ params, query, actor }) => {
      // Whoever may not see the key is told that there is none.
      await getService(strapi, 'key-reader').stored(params.id, actor);
      return reader().list({ ...query, key: params.id }, actor);
    }),
  };
};
