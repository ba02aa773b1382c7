import type { Core } from '@strapi/strapi';
import type { Settings } from '../../../../contracts';
import { ON_EXPIRY, planNotices, type NoticePlan } from '../../domain/notices';
import { statusAt } from '../../domain/status';
import { readInstant, readInstantOrNull, readInteger, type EpochMs } from '../../domain/units';
import { SYSTEM } from '../actor';
import { getService } from '../get-service';
import { keySubject } from '../key-happenings';
import type { StoredKey } from '../key-reader';
import { faultOf, table, transaction, type Trx } from '../storage/database';
import { TABLES } from '../storage/tables';
import { recipientsOf } from './recipients';

type Rules = Settings['notices'];

/** A key whose notices are to be looked at, as it was read. */
interface Candidate {
  readonly keyId: number;
  readonly noticeAt: EpochMs;
  readonly expiresAt: EpochMs | null;
  readonly plan: NoticePlan;
}

/** A notice that has just become due. */
export interface DueNotice {
  readonly key: StoredKey;
  /** Whole days before the expiry; 0 for the expiry itself. */
  readonly days: number;
}

/** Keys that are read at a time, whatever their number. */
const BATCH = 200;

/** Neither an author, nor a technical owner, nor an address in Rules & notices. */
const NOBODY = { message: 'Nobody is named who could be told.', recipients: [] };

const NOTHING_LEFT: NoticePlan = { due: null, next: null };

const readBatch = async (
  strapi: Core.Strapi,
  now: EpochMs,
  failed: ReadonlySet<number>,
): Promise<{ rules: Rules; batch: Candidate[] }> => {
  const rows = await table(strapi, TABLES.credentials)
    .where('notice_at', '<=', now)
    .whereNotIn('key_id', [...failed])
    .orderBy(['notice_at', 'key_id'])
    .limit(BATCH)
    .select<Record<string, unknown>[]>(
      'key_id',
      'notice_at',
      'issued_at',
      'expires_at',
      'revoked_at',
    );
  // After the rows: a save meanwhile has changed `notice_at`, so what is planned here moves nothing.
  const { notices: rules } = (await getService(strapi, 'settings').current()).settings;
  const batch = rows.map((row) => {
    const expiresAt = readInstantOrNull(row.expires_at);
    const issuedAt = readInstant(row.issued_at);
    return {
      keyId: readInteger(row.key_id),
      noticeAt: readInstant(row.notice_at),
      expiresAt,
      plan:
        expiresAt === null || row.revoked_at !== null
          ? NOTHING_LEFT
          : planNotices({ issuedAt, expiresAt }, rules, now),
    };
  });
  // In the order in which the counts of usage hold the same rows: two orders would deadlock.
  return { rules, batch: batch.sort((a, b) => a.keyId - b.keyId) };
};

/** A suspended key gets none: nobody can use it, and its owner cannot sign in. */
const isNoticed = (key: StoredKey, now: EpochMs): boolean =>
  ['active', 'expired'].includes(statusAt({ ...key.credential, ownerState: key.owner.state }, now));

/**
 * Moves a key on to its next notice, unless its expiry has changed since it was read: then it is
 * looked at again.
 */
const moveOn = async (
  strapi: Core.Strapi,
  { keyId, noticeAt, expiresAt, plan }: Candidate,
  trx: Trx,
): Promise<boolean> =>
  (await table(strapi, TABLES.credentials, trx)
    .where({ key_id: keyId, notice_at: noticeAt, expires_at: expiresAt })
    .update({ notice_at: plan.next })) === 1;

/**
 * Writes a notice down; `false` where it, or one nearer to the expiry, has been given before, as after
 * a change of the rules.
 */
const give = async (
  strapi: Core.Strapi,
  { key, days }: DueNotice,
  rules: Rules,
  now: EpochMs,
  trx: Trx,
): Promise<boolean> => {
  const life = { key_id: key.row.id, expires_at: key.credential.expiresAt };
  const notice = { ...life, days };
  const notices = () => table(strapi, TABLES.notices, trx);
  const given = notices().where(life).where('days', '<=', days);
  if ((await given.first<object | undefined>('days')) !== undefined) return false;
  await notices().insert({ ...notice, at: now });
  if (!rules.isOn || (days === ON_EXPIRY && !rules.onExpiry)) return true;
  const recipients = recipientsOf(key, rules.recipients);
  if (recipients.length === 0) {
    await getService(strapi, 'activity').record(
      { kind: 'notice.failed', actor: SYSTEM, subject: keySubject(key), details: NOBODY },
      trx,
    );
  } else {
    await table(strapi, TABLES.noticeRecipients, trx).insert(
      recipients.map(({ address, part }) => ({ ...notice, recipient: address, part })),
    );
  }
  return true;
};

/** All of them or none. */
const giveAll = async (
  strapi: Core.Strapi,
  batch: readonly Candidate[],
  rules: Rules,
  now: EpochMs,
): Promise<DueNotice[]> =>
  transaction(strapi, async (trx) => {
    const due = new Map<number, number>();
    for (const candidate of batch) {
      const moved = await moveOn(strapi, candidate, trx);
      if (moved && candidate.plan.due !== null) due.set(candidate.keyId, candidate.plan.due);
    }
    const keys =
      due.size === 0
        ? []
        : await getService(strapi, 'key-reader').load({ id: { $in: [...due.keys()] } });
    const given: DueNotice[] = [];
    for (const key of keys) {
      const notice = { key, days: due.get(key.row.id) ?? ON_EXPIRY };
      if (isNoticed(key, now) && (await give(strapi, notice, rules, now, trx))) given.push(notice);
    }
    return given;
  });

/**
 * Gives the next batch of notices that are due, each with those whom it is to reach. Where that fails,
 * one by one: a key whose notice cannot be given keeps no other from its own.
 *
 * @param failed - Ids of keys that failed in this run; they are left to the next.
 * @returns those that were given; `null` where no key was left to look at.
 */
export const giveNotices = async (
  strapi: Core.Strapi,
  failed: Set<number>,
): Promise<DueNotice[] | null> => {
  const now = getService(strapi, 'clock').now();
  const { rules, batch } = await readBatch(strapi, now, failed);
  if (batch.length === 0) return null;
  try {
    return await giveAll(strapi, batch, rules, now);
  } catch {
    const given: DueNotice[] = [];
    for (const candidate of batch) {
      try {
        given.push(...(await giveAll(strapi, [candidate], rules, now)));
      } catch (error) {
        failed.add(candidate.keyId);
        strapi.log.error(
          `api-access: a notice of key ${String(candidate.keyId)} could not be given, and will be tried again: ${faultOf(error)}`,
        );
      }
    }
    return given;
  }
};
