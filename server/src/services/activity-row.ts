import type { ActivityRecord, ActivitySubject } from '../../../contracts';
import { readInstant, toIso } from '../domain/units';

/** An entry as its table holds it. */
export interface ActivityRow {
  readonly id: unknown;
  readonly at: unknown;
  readonly kind: ActivityRecord['kind'];
  readonly actor_kind: ActivityRecord['actor']['kind'];
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly address: string | null;
  readonly subject_type: ActivitySubject['type'] | null;
  readonly subject_id: string | null;
  readonly subject_name: string | null;
  readonly access_id: string | null;
  readonly details: string;
}

export const readRecord = (row: ActivityRow): ActivityRecord => ({
  id: String(row.id),
  at: toIso(readInstant(row.at)),
  kind: row.kind,
  actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
  address: row.address,
  subject:
    row.subject_type === null
      ? null
      : {
          type: row.subject_type,
          id: row.subject_id,
          name: row.subject_name ?? '',
          accessId: row.access_id,
        },
  details: JSON.parse(row.details) as ActivityRecord['details'],
});
