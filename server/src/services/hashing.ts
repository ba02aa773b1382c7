import { argon2id, hash, verify } from 'argon2';
import type { Core } from '@strapi/strapi';
import { createGate } from '../domain/gate';
import { pluginConfig } from './plugin-config';

/**
 * argon2id in PHC form (RFC 9106), off the event loop on libuv's threads. Few at once, so that
 * DNS and file reads of the app find a free thread, and a bounded queue.
 *
 * @throws GateFullError where too many wait already.
 */
export const createHashing = ({ strapi }: { strapi: Core.Strapi }) => {
  const { argon2, maxConcurrentHashes, maxQueuedHashes } = pluginConfig(strapi);
  const gate = createGate(maxConcurrentHashes, maxQueuedHashes);
  let runs = 0;

  return {
    hash: (secret: string): Promise<string> =>
      gate.run(() => {
        runs += 1;
        return hash(secret, {
          type: argon2id,
          memoryCost: argon2.memoryKiB,
          timeCost: argon2.timeCost,
          parallelism: argon2.parallelism,
        });
      }),
    verify: (phc: string, secret: string): Promise<boolean> =>
      gate.run(() => {
        runs += 1;
        return verify(phc, secret);
      }),
    /** How often argon2 ran since the boot; operators and tests watch it. */
    runs: (): number => runs,
  };
};

export type Hashing = ReturnType<typeof createHashing>;
