import type { Core } from '@strapi/strapi';
import { bySteps } from '../services/by-steps';
import { getService } from '../services/get-service';
import { pluginConfig } from '../services/plugin-config';
import { faultOf } from '../services/storage/database';
import type { GoOn, MayGoOn } from '../services/schedule';

/** What is done beside requests, each by one node at a time; a name is that of its lease. */
const JOBS: Readonly<Record<string, (strapi: Core.Strapi, goOn: MayGoOn) => Promise<unknown>>> = {
  notices: (strapi, goOn) => getService(strapi, 'notices').run(goOn),
  alerts: (strapi, goOn) => getService(strapi, 'alerts').run(goOn),
  retention: (strapi, goOn) => getService(strapi, 'retention').run(goOn),
};

/**
 * Longer than one step of any job takes. One that takes longer waits for a server that is gone without
 * a word, and would keep its job from ever running again on this node.
 */
const STEP_MS = 300_000;

const runJob = async (strapi: Core.Strapi, name: string, goOn: GoOn): Promise<void> =>
  bySteps(STEP_MS, async (step) => {
    const job = JOBS[name];
    const lease = await getService(strapi, 'leases').take(name);
    if (job === undefined || lease === null || !step()) return;
    try {
      await job(strapi, async () => step() && goOn() && lease.renew());
    } finally {
      await lease.release();
    }
  });

/** Runs all jobs that are due, beside each other; one that fails or is slow keeps no other back. */
export const runJobs = async (strapi: Core.Strapi, goOn: GoOn): Promise<void> => {
  const run = async (name: string): Promise<void> => {
    if (!goOn()) return;
    await runJob(strapi, name, goOn).catch((error: unknown) => {
      strapi.log.error(
        `api-access: the job "${name}" failed, and will be tried again: ${faultOf(error)}`,
      );
    });
  };
  await Promise.all(Object.keys(JOBS).map(run));
};

/**
 * Starts the jobs once this Strapi answers requests: its commands, such as an import, boot it too, and
 * are to send no mails.
 */
export const scheduleJobs = (strapi: Core.Strapi): void => {
  if (!pluginConfig(strapi).jobs) return;
  strapi.server.httpServer.once('listening', () => {
    getService(strapi, 'schedule').start((goOn) => runJobs(strapi, goOn));
  });
};
