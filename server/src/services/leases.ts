import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { getService } from './get-service';
import { table } from './storage/database';
import { TABLES } from './storage/tables';

/** Longer than one step of any job takes; a holder that died is waited for no longer than this. */
const LEASE_MS = 120_000;

/** One node's hold on a job; no other begins it meanwhile. */
export interface Lease {
  /** Holds on for another while; `false` where another node has taken over. */
  renew(): Promise<boolean>;
  release(): Promise<void>;
}

/**
 * Lets one node at a time run a job, by a row that runs out by itself. It spares work and is no lock:
 * a node that slept too long may find another at work, so whatever must not happen twice is claimed
 * by a guarded write of its own.
 */
export const createLeases = ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = () => table(strapi, TABLES.leases);
  const now = () => getService(strapi, 'clock').now();

  return {
    /** @returns `null` where another node holds the job. */
    async take(job: string): Promise<Lease | null> {
      const holder = randomUUID();
      await rows().insert({ job, holder: '', until: 0 }).onConflict('job').ignore();
      const hold = async (): Promise<boolean> => {
        const at = now();
        const changed = await rows()
          .where({ job })
          .where((mine: Knex.QueryBuilder) => {
            mine
              .where('until', '<=', at)
              .orWhere({ holder })
              // Of a clock that has been set back since; the clocks of two nodes differ by less.
              .orWhere('until', '>', at + 2 * LEASE_MS);
          })
          .update({ holder, until: at + LEASE_MS });
        return changed === 1;
      };
      if (!(await hold())) return null;
      return {
        renew: hold,
        release: async () => {
          await rows().where({ job, holder }).update({ until: 0 });
        },
      };
    },
  };
};

export type Leases = ReturnType<typeof createLeases>;
