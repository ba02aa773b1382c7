/** What the plugin holds in memory, and what a flush of it costs. Needs `--expose-gc`. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

import { verifyOnce } from './verify-once.mjs';

const MB = 1_048_576;
const ACTIONS = ['api::article.article.find'];

const held = () => {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, rss } = process.memoryUsage();
  return { heapMb: heapUsed / MB, rssMb: rss / MB };
};

const plugin = (strapi, name) => strapi.plugin('api-access').service(name);

/** One request with each token, and nothing left to be written. */
const useAll = async (strapi, tokens) => {
  for (const token of tokens) await verifyOnce(strapi, token);
  await plugin(strapi, 'usage').flush();
};

export const memoryCommands = (strapi) => ({
  held,

  async use({ tokens }) {
    await useAll(strapi, tokens);
    return held();
  },

  /** argon2 is left out: what it confirmed is remembered just the same. */
  async confirm({ tokens }) {
    const hashing = plugin(strapi, 'hashing');
    const { verify } = hashing;
    let asked = 0;
    hashing.verify = () => {
      asked += 1;
      return Promise.resolve(true);
    };
    await useAll(strapi, tokens);
    hashing.verify = verify;
    if (asked !== tokens.length) throw new Error(`argon2 was asked ${asked} times.`);
    return held();
  },

  /** One request of each of so many keys is counted. */
  count({ firstId, count }) {
    const usage = plugin(strapi, 'usage');
    for (let n = 0; n < count; n += 1) usage.countAllowed(firstId + n, ACTIONS, '192.0.2.1');
    return held();
  },

  async flush() {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const start = performance.now();
    await plugin(strapi, 'usage').flush();
    const ms = performance.now() - start;
    // The sampler is a timer as well, and sees the last step only after it.
    await new Promise((resolve) => setTimeout(resolve, 20));
    delay.disable();
    return { ms, blockedMs: delay.max / 1e6, ...held() };
  },
});
