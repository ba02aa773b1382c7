import type { ActivityDetails, ActivityRecord } from '../../../contracts';

/** What tells of an API role what it is, or of a key which ones it holds. */
const OF_ROLES = new Set(['request', 'changes', 'added', 'removed', 'before', 'after']);

const without = (details: ActivityDetails, names: ReadonlySet<string>): ActivityDetails =>
  Object.fromEntries(Object.entries(details).filter(([name]) => !names.has(name)));

/**
 * An entry as somebody may see it who may not see API roles: that they changed, but neither which
 * roles a key held, nor the name of a role, nor what it allowed.
 */
export const withoutApiRoles = (record: ActivityRecord): ActivityRecord => {
  const { details, subject } = record;
  if (subject?.type === 'role') {
    const nameless = { ...subject, id: null, name: '' };
    return { ...record, subject: nameless, details: without(details, OF_ROLES) };
  }
  if (details.changes === undefined) return record;
  const changes = details.changes.filter(({ field }) => field !== 'roles');
  return { ...record, details: { ...details, changes } };
};
