/** The Redis of this machine, where it has one; what a test keeps there has a prefix of its own. */
import { spawnSync } from 'node:child_process';

/** `TEST_REDIS_URL`, or the usual local address. */
export const redisUrl = (): string => process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379';

/** Ends with 0 where somebody listens at the address. */
const KNOCK =
  "require('net').connect(+process.argv[2],process.argv[1]).on('connect',()=>process.exit(0)).on('error',()=>process.exit(1))";

/**
 * `describe` for what needs Redis. Where it does not answer, one test says so by its name, and fails
 * in CI: nothing passes that was not run.
 */
export const describeOnRedis = (what: string, define: () => void): void => {
  const { hostname, port } = new URL(redisUrl());
  const args = ['-e', KNOCK, hostname, port || '6379'];
  if (spawnSync(process.execPath, args, { timeout: 5000 }).status === 0) {
    describe(`${what} with Redis`, define);
    return;
  }
  const sentence = `NOT TESTED with Redis: nothing answers at ${hostname}:${port || '6379'}`;
  it(sentence, () => {
    process.stderr.write(`\n*** ${what}: ${sentence} ***\n`);
    if (process.env.CI === 'true') throw new Error(sentence);
  });
};
