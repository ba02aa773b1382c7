import type { Core } from '@strapi/strapi';
import { faultOf } from './storage/database';

/** A mail server that hangs holds up no shut-down; what it takes after all comes twice. */
const ENDING_MS = 20_000;
const EVERY_MS = 60_000;

/** Says whether to go on: `false` once Strapi shuts down. */
export type GoOn = () => boolean;

/** The same for a job, asked between two steps: `false` also once another node has taken over. */
export type MayGoOn = () => Promise<boolean>;

/** For who runs a job by hand. */
export const always: MayGoOn = () => Promise.resolve(true);

/**
 * Starts what is due each minute, and waits for it on shut-down. Counted by a timer, which knows
 * nothing of the time of day: a cron library waits for its next minute, and a clock that is set back
 * by a day would hold all jobs up for that day.
 */
export const createSchedule = ({ strapi }: { strapi: Core.Strapi }) => {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isOver = false;

  return {
    /** @param run - Called each minute, never while it still runs; what it throws is logged. */
    start(run: (goOn: GoOn) => Promise<void>): void {
      timer = setInterval(() => {
        running ??= run(() => !isOver)
          .catch((error: unknown) => {
            strapi.log.error(
              `api-access: a job failed, and will be tried again: ${faultOf(error)}`,
            );
          })
          .finally(() => (running = undefined));
      }, EVERY_MS);
      timer.unref();
    },

    /** Begins nothing more, and waits until what runs has come to the end of its step. */
    async stop(): Promise<void> {
      isOver = true;
      clearInterval(timer);
      if (running === undefined) return;
      let ending: NodeJS.Timeout | undefined;
      const limit = new Promise<void>((resolve) => {
        ending = setTimeout(resolve, ENDING_MS);
      });
      await Promise.race([running, limit]);
      clearTimeout(ending);
    },
  };
};

export type Schedule = ReturnType<typeof createSchedule>;
