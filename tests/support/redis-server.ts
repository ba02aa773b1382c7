/** Redis, for tests of what several nodes count together. */
import { redisUrl } from '../../scripts/lib/test-servers.cjs';
import { describeWhereAnswers, SERVERS } from './test-servers';

/** Where it is: `TEST_REDIS_URL`, or its default local address. */
export { redisUrl };

/** `describe` for Redis; where it does not answer, a test says so, and fails in CI. */
export const describeOnRedis = (what: string, define: () => void): void => {
  describeWhereAnswers(SERVERS.redis, what, define);
};
