import type { Core } from '@strapi/strapi';
import { ON_EXPIRY } from '../../domain/notices';
import { toIso } from '../../domain/units';
import { getService } from '../get-service';
import type { Delivered } from '../outbox';
import { always, type MayGoOn } from '../schedule';
import { table, type Trx } from '../storage/database';
import { TABLES } from '../storage/tables';
import { giveNotices, type DueNotice } from './due';
import { gatherMails } from './gather';
import { noticeMailing } from './mailing';

/** Tells people, before a key expires and when it does. */
export const createNotices = ({ strapi }: { strapi: Core.Strapi }) => {
  const tell = ({ key, days }: DueNotice): void => {
    const events = getService(strapi, 'events');
    const about = events.about(key);
    if (days === ON_EXPIRY) events.emit('api-access.expired', about);
    else events.emit('api-access.expiring', { ...about, daysLeft: days });
  };

  const give = async (goOn: MayGoOn): Promise<void> => {
    const failed = new Set<number>();
    while (await goOn()) {
      const given = await giveNotices(strapi, failed);
      if (given === null) return;
      given.forEach(tell);
    }
  };

  const keepRun = async ({ sent, failed }: Delivered): Promise<void> => {
    const states = getService(strapi, 'states');
    const before = sent + failed > 0 ? {} : await states.read('notices');
    await states.write('notices', {
      lastRunSent: sent,
      lastRunFailed: failed,
      ...(before as object | null),
      lastRunAt: toIso(getService(strapi, 'clock').now()),
    });
  };

  return {
    /**
     * Gives the notices that are due, and sends their mails and those that wait for another try.
     * Any number of nodes may run it at once, as one that took over a lease: each notice is given
     * once, and each mail is sent by one of them.
     *
     * @param goOn - Asked between steps: `false` ends the run, and a later one goes on from there.
     */
    async run(goOn: MayGoOn = always): Promise<Delivered> {
      await give(goOn);
      await gatherMails(strapi, goOn);
      const delivered = await getService(strapi, 'outbox').deliver(
        'notice',
        noticeMailing(strapi),
        goOn,
      );
      await keepRun(delivered);
      return delivered;
    },

    /**
     * Looks at every key again, as after a change of the days or the hour.
     *
     * @param revision - Of the change: a run that has read a key before it cannot move it on.
     */
    async reconsiderAll(revision: number, trx: Trx): Promise<void> {
      await table(strapi, TABLES.credentials, trx)
        .whereNotNull('expires_at')
        .whereNull('revoked_at')
        .update({ notice_at: -revision });
    },
  };
};

export type Notices = ReturnType<typeof createNotices>;
