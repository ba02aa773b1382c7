import type { Core } from '@strapi/strapi';
import { schedule, type ScheduledTask } from 'node-cron';
import { faultOf } from './storage/database';

/** A mail server that hangs holds up no shut-down; what it takes after all comes twice. */
const ENDING_MS = 20_000;
const EVERY_MINUTE = '* * * * *';

/** Says whether to go on: `false` once Strapi shuts down. */
export type GoOn = () => boolean;

/** The same for a job, asked between two steps: `false` also once another node has taken over. */
export type MayGoOn = () => Promise<boolean>;

/** For who runs a job by hand. */
export const always: MayGoOn = () => Promise.resolve(true);

/** Starts what is due each minute, and waits for it on shut-down. */
export const createSchedule = ({ strapi }: { strapi: Core.Strapi }) => {
  let task: ScheduledTask | undefined;
  let running: Promise<void> = Promise.resolve();
  let isOver = false;

  return {
    /** @param run - Called each minute, never while it still runs; what it throws is logged. */
    start(run: (goOn: GoOn) => Promise<void>): void {
      task = schedule(
        EVERY_MINUTE,
        () => {
          running = run(() => !isOver).catch((error: unknown) => {
            strapi.log.error(
              `api-access: a job failed, and will be tried again: ${faultOf(error)}`,
            );
          });
          return running;
        },
        { name: 'api-access', noOverlap: true },
      );
    },

    /** Begins nothing more, and waits until what runs has come to the end of its step. */
    async stop(): Promise<void> {
      isOver = true;
      await task?.destroy();
      let timer: NodeJS.Timeout | undefined;
      const limit = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, ENDING_MS);
      });
      await Promise.race([running, limit]);
      clearTimeout(timer);
    },
  };
};

export type Schedule = ReturnType<typeof createSchedule>;
