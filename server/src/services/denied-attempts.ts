import type { Core } from '@strapi/strapi';
import { LRUCache } from 'lru-cache';
import { documentId, ROLE_UID, TAG_UID, type ActivitySubject } from '../../../contracts';
import { withoutSecrets } from '../domain/token';
import type { Actor } from './actor';
import { getService } from './get-service';
import { keySubject } from './key-happenings';
import { faultOf } from './storage/database';

/** Somebody asked for what is not theirs to do. */
export interface DeniedAttempt {
  readonly actor: Actor;
  readonly method: string;
  readonly path: string;
  /** The path with its parameters unfilled: a loop over ids is one thing. */
  readonly route: string;
  /** The `:id` of the path. */
  readonly id: string | undefined;
  readonly code: string;
  /** Admin permissions that were lacking. */
  readonly required: readonly string[];
}

type Subject = ActivitySubject | null;

const MINUTE_MS = 60_000;
const MAX_REMEMBERED = 10_000;
const MAX_REQUEST = 255;

/**
 * Keeps what was refused at the plugin's admin routes: one entry a minute for each person, route
 * and code (and node), so that a loop cannot fill the table.
 */
export const createDeniedAttempts = ({ strapi }: { strapi: Core.Strapi }) => {
  const toldAt = new LRUCache<string, number>({ max: MAX_REMEMBERED });

  const isNew = ({ actor, method, route, code }: DeniedAttempt): boolean => {
    const now = getService(strapi, 'clock').now();
    const same = JSON.stringify([actor.kind, actor.user?.documentId, method, route, code]);
    const last = toldAt.get(same);
    if (last !== undefined && now - last < MINUTE_MS) return false;
    toldAt.set(same, now);
    return true;
  };

  const named = async (type: 'role' | 'tag', id: string): Promise<Subject> => {
    const uid = type === 'role' ? ROLE_UID : TAG_UID;
    const row = (await strapi.db.query(uid).findOne({ where: { documentId: id } })) as {
      name: string;
    } | null;
    return row === null ? null : { type, id, name: row.name, accessId: null };
  };

  const subjectOf = async ({ route, id }: DeniedAttempt): Promise<Subject> => {
    if (id === undefined || !documentId.safeParse(id).success) return null;
    if (route.includes('/roles/:id')) return named('role', id);
    if (route.includes('/tags/:id')) return named('tag', id);
    if (!route.includes('/keys/:id')) return null;
    const key = await getService(strapi, 'key-reader').find(id);
    return key === null ? null : keySubject(key);
  };

  return {
    /** Never throws: a refusal stays a refusal where it cannot be kept. */
    async record(attempt: DeniedAttempt): Promise<void> {
      try {
        if (!isNew(attempt)) return;
        const { actor, method, path, code, required } = attempt;
        await getService(strapi, 'activity').record({
          kind: 'attempt.denied',
          actor,
          subject: await subjectOf(attempt),
          details: {
            code,
            ...(required.length === 0 ? {} : { required: [...required] }),
            request: `${method} ${withoutSecrets(path)}`.slice(0, MAX_REQUEST),
          },
        });
      } catch (error) {
        strapi.log.error(`api-access: a denied attempt could not be kept: ${faultOf(error)}`);
      }
    },
  };
};

export type DeniedAttempts = ReturnType<typeof createDeniedAttempts>;
