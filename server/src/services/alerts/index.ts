import type { Core } from '@strapi/strapi';
import { ALERT_KINDS, type AlertKind, type Settings } from '../../../../contracts';
import { ALARMING_FOR_MS, silenceAround, thresholdOf } from '../../domain/alerts';
import { minuteOf } from '../../domain/denial-minutes';
import type { EpochMs } from '../../domain/units';
import { getService } from '../get-service';
import type { Delivered } from '../outbox';
import { always, type MayGoOn } from '../schedule';
import { table, type Trx } from '../storage/database';
import { forgetBefore } from '../storage/forget';
import { TABLES } from '../storage/tables';
import { alertMailing } from './mailing';
import { raise } from './raise';

type Rules = Settings['alerts'];

const OLD_MINUTES = { name: TABLES.denialMinutes, column: 'minute' };

/** Tells people of keys that somebody who holds the true secret uses in a way that should be looked at. */
export const createAlerts = ({ strapi }: { strapi: Core.Strapi }) => {
  const now = () => getService(strapi, 'clock').now();
  const minutes = (trx?: Trx) => table(strapi, TABLES.denialMinutes, trx);

  /** What is too old to raise an alert. */
  const before = () => minuteOf((now() - ALARMING_FOR_MS) as EpochMs);

  /** Keys that have enough denials for an alert, and had none of this kind within the hour. */
  const suspects = async (kind: AlertKind, rules: Rules): Promise<number[]> => {
    const threshold = thresholdOf(kind, rules);
    if (threshold === null) return [];
    const rows = await minutes()
      .where({ kind })
      .where('minute', '>=', before())
      .whereNotIn(
        'key_id',
        table(strapi, TABLES.alerts)
          .select('key_id')
          .where({ kind })
          .whereBetween('last_at', silenceAround(now())),
      )
      .groupBy('key_id')
      .havingRaw('sum(??) >= ?', ['count', threshold])
      .orderBy('key_id')
      .select<{ key_id: number }[]>('key_id');
    return rows.map((row) => row.key_id);
  };

  const raiseAll = async (goOn: MayGoOn): Promise<void> => {
    const { settings } = await getService(strapi, 'settings').current();
    for (const kind of ALERT_KINDS) {
      for (const keyId of await suspects(kind, settings.alerts)) {
        if (!(await goOn())) return;
        await raise(strapi, { keyId, kind }, settings);
      }
    }
  };

  return {
    /**
     * Raises the alerts that there is reason for, and sends their mails and those that wait for
     * another try. Any number of nodes may run it at once: each alert is raised by one of them.
     *
     * @param goOn - Asked between steps: `false` ends the run, and a later one goes on from there.
     */
    async run(goOn: MayGoOn = always): Promise<Delivered> {
      await forgetBefore(strapi, OLD_MINUTES, before(), goOn);
      await raiseAll(goOn);
      return getService(strapi, 'outbox').deliver('alert', alertMailing(strapi), goOn);
    },

    /** Lets what has been turned on begin at this moment: what was before it raises no alert. */
    async beginAfresh(was: Rules, is: Rules, trx: Trx): Promise<void> {
      const turnedOn = ALERT_KINDS.filter(
        (kind) => thresholdOf(kind, was) === null && thresholdOf(kind, is) !== null,
      );
      if (turnedOn.length > 0) await minutes(trx).whereIn('kind', turnedOn).delete();
    },
  };
};

export type Alerts = ReturnType<typeof createAlerts>;
