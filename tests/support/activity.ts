/** The activity as tests read it, and as somebody who does things in it. */
import { type Core } from '@strapi/types';

import { activityEndpoints, type ActivityEntry } from '../../contracts';
import { answerOf } from './admin-api';
import { type Agent, type Playground } from './playground';

export const ACTIVITY = 'api_access_activity';

/** A page of what happened, the newest first. */
export const activityOf = async (
  agent: Agent,
  query: Record<string, unknown> = {},
): Promise<ActivityEntry[]> =>
  (await answerOf(agent, activityEndpoints.list, { query: { pageSize: 100, ...query } })).data;

/** What happened while something ran, the oldest first. */
export const happeningsOf = async (
  { admin }: Pick<Playground, 'admin'>,
  run: () => Promise<unknown>,
): Promise<ActivityEntry[]> => {
  const before = new Set((await activityOf(admin)).map(({ id }) => id));
  await run();
  return (await activityOf(admin)).filter(({ id }) => !before.has(id)).reverse();
};

/** Entries of long ago, written past the plugin. */
export const writeEntries = async (
  { db }: Core.Strapi,
  entries: readonly Record<string, unknown>[],
): Promise<void> => {
  const rows = entries.map((entry) => ({
    at: Date.now(),
    kind: 'key.created',
    actor_kind: 'admin',
    actor_id: 'someone',
    actor_name: null,
    address: null,
    subject_type: null,
    subject_id: null,
    subject_name: null,
    access_id: null,
    details: '{}',
    ...entry,
  }));
  await db.connection.batchInsert(ACTIVITY, rows, 50);
};
