import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { dayOf } from '../domain/days';
import { isRetentionDue, limitsAt } from '../domain/retention';
import type { EpochMs } from '../domain/units';
import { getService } from './get-service';
import { always, type MayGoOn } from './schedule';
import { forgetBefore } from './storage/forget';
import { TABLES } from './storage/tables';

const STATE = 'retention';
const state = z.object({ lastRunAt: z.number() });

/** Forgets what is older than Rules & notices say, so that no table grows for ever. */
export const createRetention = ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Once a day: a run that was ended halfway is taken up by the next, and a restart begins none.
   *
   * @param goOn - Asked between batches: `false` ends the run.
   * @returns whether everything that was due has gone.
   */
  async run(goOn: MayGoOn = always): Promise<boolean> {
    const now = getService(strapi, 'clock').now();
    const states = getService(strapi, 'states');
    const last = state.safeParse(await states.read(STATE));
    if (!isRetentionDue(last.success ? (last.data.lastRunAt as EpochMs) : null, now)) return false;
    const { settings } = await getService(strapi, 'settings').current();
    const limits = limitsAt(now, settings.retention);

    await getService(strapi, 'activity').forgetOlderThan(limits.activity, goOn);
    await getService(strapi, 'usage-retention').forgetOlderThan(dayOf(limits.usage), goOn);
    await getService(strapi, 'outbox').forgetOlderThan(limits.mails, goOn);
    const expiries = { name: TABLES.notices, column: 'expires_at' };
    await forgetBefore(strapi, expiries, limits.notices, goOn);
    if (!(await goOn())) return false;
    await states.write(STATE, { lastRunAt: now });
    return true;
  },
});

export type Retention = ReturnType<typeof createRetention>;
