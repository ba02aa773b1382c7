import { attentionEndpoint, keyEndpoints } from '../../../contracts';
import { getService } from '../services/get-service';
import { action, type ControllerContext } from './endpoint';
import { streamed } from './streamed';

/** What stands around the list of keys: counts, people, names, what needs attention, the file. */
export const keyOverview = ({ strapi }: ControllerContext) => ({
  counts: action(keyEndpoints.counts, async ({ actor }) => ({
    data: await getService(strapi, 'key-counts').count(actor),
  })),
  people: action(keyEndpoints.people, async ({ actor }) => ({
    data: await getService(strapi, 'key-people').list(actor),
  })),
  checkName: action(keyEndpoints.checkName, async ({ body, actor }) => ({
    data: await getService(strapi, 'key-names').check(body, actor),
  })),
  attention: action(attentionEndpoint, async ({ actor }) => ({
    data: await getService(strapi, 'key-attention').list(actor),
  })),
  export: streamed(strapi, keyEndpoints.export, ({ query, actor }) =>
    getService(strapi, 'key-export').csv(query, actor),
  ),
});
