import { z } from 'zod';
import { documentId, idParams, instant, listOf, pageOf, pageQuery, searchText } from './common';
import { endpoint } from './endpoint';

/** Everything that is kept of what happened. */
export const ACTIVITY_KINDS = [
  'key.created',
  'key.updated',
  'key.regenerated',
  'key.revoked',
  'key.deleted',
  'key.taken-over',
  'key.moved',
  'key.moved-back',
  'role.created',
  'role.updated',
  'role.deleted',
  'tag.created',
  'tag.updated',
  'tag.deleted',
  'tag.merged',
  'settings.updated',
  'attempt.denied',
  'export.made',
  'notice.sent',
  'notice.failed',
  'alert.raised',
] as const;
export const activityKind = z.enum(ACTIVITY_KINDS);
export type ActivityKind = z.infer<typeof activityKind>;

export const SUBJECT_TYPES = ['key', 'role', 'tag', 'settings'] as const;

/** Who did it: an admin, an end user of the app, the app's own code, or the plugin by itself. */
export const ACTOR_KINDS = ['admin', 'admin-token', 'user', 'app', 'system'] as const;

/** What is told besides; never a secret. */
export const activityDetails = z.strictObject({
  /** Names of the fields that an edit changed. */
  fields: z.array(z.string()).optional(),
  /** Names before and after, where one thing alone can have changed, as a tag's name. */
  before: z.array(z.string()).optional(),
  after: z.array(z.string()).optional(),
  /** Fields of an edit that are told with what they held before and after; without a secret. */
  changes: z
    .array(
      z.strictObject({
        field: z.string(),
        before: z.array(z.string()),
        after: z.array(z.string()),
      }),
    )
    .optional(),
  /** Content-API actions that a role gained or lost, by its kind too. */
  added: z.array(z.string()).optional(),
  removed: z.array(z.string()).optional(),
  expiresAt: instant.nullable().optional(),
  /** Code of the refusal, or of the fault. */
  code: z.string().optional(),
  /** Admin permissions that were lacking. */
  required: z.array(z.string()).optional(),
  /** Method and path of a denied attempt, without a query. */
  request: z.string().optional(),
  recipients: z.array(z.string()).optional(),
  count: z.number().optional(),
  message: z.string().optional(),
  /** What an export held, and in which form. */
  exported: z.enum(['keys', 'activity']).optional(),
  format: z.enum(['csv', 'json']).optional(),
});
export type ActivityDetails = z.infer<typeof activityDetails>;

/** What something was done to, as it was named then; outlives the thing. */
const activitySubject = z.object({
  type: z.enum(SUBJECT_TYPES),
  id: z.string().nullable(),
  /** Empty for an API role, where the reader may not see those. */
  name: z.string(),
  /** Of a key. */
  accessId: z.string().nullable(),
});
export type ActivitySubject = z.infer<typeof activitySubject>;

/** One thing that happened, as it was kept and as exports hold it. */
export const activityRecord = z.object({
  id: z.string(),
  at: instant,
  kind: activityKind,
  actor: z.object({
    kind: z.enum(ACTOR_KINDS),
    id: z.string().nullable(),
    /** As it was then; outlives the person. */
    name: z.string().nullable(),
  }),
  address: z.string().nullable(),
  subject: activitySubject.nullable(),
  details: activityDetails,
});
export type ActivityRecord = z.infer<typeof activityRecord>;

export const activityEntry = activityRecord.extend({
  /** `isThere`: a key or an API role that one can still go to. */
  subject: activitySubject.extend({ isThere: z.boolean() }).nullable(),
});
export type ActivityEntry = z.infer<typeof activityEntry>;

const activityFilter = {
  /** In names of subjects and people, and in Access IDs. */
  search: searchText,
  kind: listOf(activityKind),
  /** Names of people, as the entries hold them. */
  actor: listOf(z.string().min(1).max(255)),
  /** Id of a key, also of one that is gone. */
  key: documentId.optional(),
  from: instant.optional(),
  until: instant.optional(),
};

export const listActivityQuery = z.strictObject({ ...pageQuery, ...activityFilter });
export type ListActivityQuery = z.infer<typeof listActivityQuery>;

export const exportActivityQuery = z.strictObject({
  ...activityFilter,
  format: z.enum(['csv', 'json']),
});
export type ExportActivityQuery = z.infer<typeof exportActivityQuery>;

export const activityEndpoints = {
  /** Lists what happened, newest first. */
  list: endpoint({
    method: 'GET',
    path: '/activity',
    query: listActivityQuery,
    response: pageOf(activityEntry),
  }),
  /**
   * Sends a file of every entry that matches, streamed; CSV is RFC 4180, safe against spreadsheet
   * formulas, JSON is one array.
   */
  export: endpoint({
    method: 'GET',
    path: '/activity/export',
    query: exportActivityQuery,
    response: z.string(),
  }),
  /** Lists the names of all who did something, to filter by. */
  people: endpoint({
    method: 'GET',
    path: '/activity/people',
    response: z.object({ data: z.array(z.string()) }),
  }),
  /** Lists what happened to one key, newest first. */
  ofKey: endpoint({
    method: 'GET',
    path: '/keys/:id/activity',
    params: idParams,
    query: z.strictObject(pageQuery),
    response: pageOf(activityEntry),
  }),
};
