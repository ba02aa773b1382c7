import { createRequire } from 'node:module';
import path from 'node:path';
import type * as ioredis from 'ioredis';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { faultWord } from '../../domain/outage';
import { within } from '../within';
import type { Count } from './local-counter';

const CONNECT_MS = 2_000;
/** Added to the time limit of a request: a connection that says nothing for so long is dropped. */
const SILENCE_MS = 1_000;
const LONGEST_RECONNECT_MS = 2_000;

/**
 * Counts a request and tells how long its window goes on, in one step; the clock is that of Redis.
 * A window that has no end, or one beyond its length because that clock was put back, gets one.
 */
const COUNT = `
local window = 1000 * tonumber(ARGV[2])
redis.call('set', KEYS[1], 0, 'PX', window, 'NX')
local used = redis.call('incrby', KEYS[1], ARGV[1])
local left = redis.call('pttl', KEYS[1])
if left < 0 or left > window then
  redis.call('pexpire', KEYS[1], window)
  left = window
end
return {used, left}
`;

/** Why Redis did not count, in a few words with nothing secret in them. */
export interface Fault {
  readonly fault: string;
}

export interface RedisCounter {
  /** Host and port, without what else the URL holds. */
  readonly address: string;
  /** One round trip. A fault comes within the time limit, and at once where there is no connection. */
  count(slot: string, windowSeconds: number, points: number): Promise<Count | Fault>;
  /** Waits until the first connection stands or has failed, for two seconds at most. */
  connected(): Promise<void>;
  /** Ends the connection at once, and whatever waits for an answer. */
  end(): void;
}

interface RedisCounterOptions {
  readonly url: string;
  /** Precedes each key in Redis. */
  readonly keyPrefix: string;
  readonly timeoutMs: number;
  /** The folder of the app, which has the client among its packages. */
  readonly appRoot: string;
}

/** Looks for it where the app has its packages, since the app has it, or has not. */
const loadClient = (appRoot: string): typeof ioredis.Redis => {
  try {
    const load = createRequire(path.join(appRoot, 'package.json'));
    return (load('ioredis') as typeof ioredis).Redis;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'MODULE_NOT_FOUND' || !message.includes("'ioredis'")) throw error;
    throw new Error(
      'api-access: the option "redis" needs the package "ioredis", which is not installed: run "npm install ioredis".',
      { cause: error },
    );
  }
};

/** What is asked without a connection fails at once, and what has failed is not sent again. */
const clientOptions = (timeoutMs: number): ioredis.RedisOptions => ({
  protocol: 2,
  connectionName: 'api-access',
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  connectTimeout: CONNECT_MS,
  maxLoadingRetryTime: LONGEST_RECONNECT_MS,
  socketTimeout: timeoutMs + SILENCE_MS,
  disconnectTimeout: 100,
  retryStrategy: (attempt) => Math.min(attempt * 100, LONGEST_RECONNECT_MS),
  // After a failover the name leads to another server.
  reconnectOnError: ({ message }) => message.startsWith('READONLY'),
});

/** @throws Error that says what to install, where the client is not there. */
export const connectRedisCounter = ({
  url,
  keyPrefix,
  timeoutMs,
  appRoot,
}: RedisCounterOptions): RedisCounter => {
  const Redis = loadClient(appRoot);
  const client = new Redis(url, clientOptions(timeoutMs));
  let lastFault: string | null = null;
  client.on('error', (error: unknown) => {
    lastFault = faultWord(error);
  });
  client.on('ready', () => {
    lastFault = null;
  });
  const limiter = new RateLimiterRedis({
    storeClient: client,
    keyPrefix,
    points: Number.MAX_SAFE_INTEGER,
    duration: 1,
    rejectIfRedisNotReady: true,
    customIncrTtlLuaScript: COUNT,
  });
  const tooLate = () => new Error('TIMEOUT');

  return {
    address: new URL(url).host,

    async count(slot, windowSeconds, points) {
      try {
        const counted = limiter.consume(slot, points, { customDuration: windowSeconds });
        const { consumedPoints, msBeforeNext } = await within(timeoutMs, counted, tooLate);
        return { used: consumedPoints, leftMs: msBeforeNext };
      } catch (error) {
        return { fault: faultWord(error) ?? lastFault ?? 'no connection' };
      }
    },

    async connected() {
      if (client.status === 'ready') return;
      const decided = new Promise<void>((resolve) => {
        client.once('ready', resolve);
        client.once('close', resolve);
      });
      await within(CONNECT_MS, decided, tooLate).catch(() => undefined);
    },

    end() {
      client.disconnect();
      // Whoever does not answer is not waited for.
      (client.stream as typeof client.stream | undefined)?.destroy();
    },
  };
};
