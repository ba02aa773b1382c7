import type { Core } from '@strapi/strapi';
import type { AlertKind, Settings } from '../../../../contracts';
import { alarmText } from '../../domain/alert-mail';
import {
  alarmOf,
  ALARMING_FOR_MS,
  silenceAround,
  type Alarm,
  type UntoldMinute,
} from '../../domain/alerts';
import { minuteOf } from '../../domain/denial-minutes';
import { readInstant, readInteger, type EpochMs } from '../../domain/units';
import { SYSTEM } from '../actor';
import { getService } from '../get-service';
import { keySubject } from '../key-happenings';
import type { StoredKey } from '../key-reader';
import { table, transaction, type Trx } from '../storage/database';
import { TABLES } from '../storage/tables';
import { holdLivingKeys } from '../usage/living-keys';
import { writeContent } from './content';
import { recipientsOf } from './recipients';

/** A key of which an alert may have to be raised. */
export interface Suspect {
  readonly keyId: number;
  readonly kind: AlertKind;
}

interface MinuteRow {
  readonly count: unknown;
  readonly first_at: unknown;
  readonly last_at: unknown;
  readonly last_address: string | null;
}

const toMinute = (row: MinuteRow): UntoldMinute => ({
  count: readInteger(row.count),
  firstAt: readInstant(row.first_at),
  lastAt: readInstant(row.last_at),
  lastAddress: row.last_address,
});

/** The hour of an alert, for one of however many nodes ask at once. */
const claim = async (
  strapi: Core.Strapi,
  { keyId, kind }: Suspect,
  now: EpochMs,
  trx: Trx,
): Promise<boolean> => {
  const alert = { key_id: keyId, kind };
  const rows = () => table(strapi, TABLES.alerts, trx);
  await rows()
    .insert({ ...alert, last_at: 0 })
    .onConflict(['key_id', 'kind'])
    .ignore();
  const claimed = await rows()
    .where(alert)
    .whereNotBetween('last_at', silenceAround(now))
    .update({ last_at: now });
  return claimed === 1;
};

const tell = async (
  strapi: Core.Strapi,
  { key, kind, alarm }: { key: StoredKey; kind: AlertKind; alarm: Alarm },
  settings: Settings,
  trx: Trx,
): Promise<void> => {
  const now = getService(strapi, 'clock').now();
  const { count, windowMinutes, lastAddress } = alarm;
  const { recipients } = recipientsOf(key, settings);
  await getService(strapi, 'activity').record(
    {
      kind: 'alert.raised',
      // Where the requests came from.
      actor: { ...SYSTEM, address: lastAddress },
      subject: keySubject(key),
      details: {
        code: kind,
        count,
        message: alarmText(kind, alarm),
        recipients: [...recipients],
      },
    },
    trx,
  );
  const content = writeContent({ ...alarm, keyId: key.row.id, kind, raisedAt: now });
  for (const recipient of recipients) {
    await getService(strapi, 'outbox').post({ kind: 'alert', recipient, content }, trx);
  }
  const events = getService(strapi, 'events');
  events.emit('api-access.alert', { ...events.about(key), alert: { kind, count, windowMinutes } });
};

/**
 * Raises the alert that a key gives reason for, unless it was raised within the hour. What it tells
 * of is forgotten with it, so that no later alert tells of the same requests.
 *
 * @returns whether it was raised, by this call and no other.
 */
export const raise = async (
  strapi: Core.Strapi,
  suspect: Suspect,
  settings: Settings,
): Promise<boolean> =>
  transaction(strapi, async (trx) => {
    const { keyId, kind } = suspect;
    const now = getService(strapi, 'clock').now();
    // Held as each flush of the usage holds it: nothing is added to what is read and forgotten here.
    if (!(await holdLivingKeys(strapi, [keyId], trx)).has(keyId)) return false;
    const minutes = () => table(strapi, TABLES.denialMinutes, trx).where({ key_id: keyId, kind });
    const rows = await minutes()
      .where('minute', '>=', minuteOf((now - ALARMING_FOR_MS) as EpochMs))
      .orderBy('minute')
      .forUpdate()
      .select<MinuteRow[]>('count', 'first_at', 'last_at', 'last_address');
    const [key] = await getService(strapi, 'key-reader').load({ id: keyId });
    if (key === undefined) return false;
    const untold = rows
      .map(toMinute)
      // A regeneration has answered what came of the expired token before it.
      .filter(({ lastAt }) => kind !== 'expired' || lastAt >= key.credential.issuedAt);
    const alarm = alarmOf(kind, untold, settings.alerts);
    if (alarm === null || !(await claim(strapi, suspect, now, trx))) return false;
    await minutes().delete();
    await tell(strapi, { key, kind, alarm }, settings, trx);
    return true;
  });
