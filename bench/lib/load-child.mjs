/** Sends requests from a process of its own, so that none of it runs on the event loop of an app. */
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { connect } from 'node:net';

import { serve } from './serve.mjs';
import { percentile } from './statistics.mjs';

const autocannon = createRequire(import.meta.url)('autocannon');

const TICK_MS = 1;
const SOCKETS = 256;
const PATIENCE_MS = 60_000;

const authorized = (token) => (token === undefined ? {} : { authorization: `Bearer ${token}` });

/** Milliseconds from `since` until the answer was read, and its status. */
const answerTo = (url, token, options, since = performance.now()) =>
  new Promise((resolve, reject) => {
    const sent = request(url, { headers: authorized(token), ...options }, (response) => {
      response.resume();
      response.on('end', () =>
        resolve({ ms: performance.now() - since, status: response.statusCode }),
      );
      response.on('error', reject);
    });
    sent.setTimeout(PATIENCE_MS, () => sent.destroy(new Error('A request had no answer.')));
    sent.on('error', reject);
    sent.end();
  });

const summaryOf = (answers, status) => {
  const times = answers.map(({ ms }) => ms);
  return {
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    sent: answers.length,
    unexpected: answers.filter((answer) => answer.status !== status).length,
  };
};

serve({
  /** As many requests as the connections can carry, each waiting for its answer. */
  async closed({ url, token, connections, seconds, amount, status = 200 }) {
    const result = await autocannon({
      url,
      connections,
      ...(amount === undefined ? { duration: seconds } : { amount }),
      timeout: PATIENCE_MS / 1000,
      headers: authorized(token),
    });
    const unexpected = Object.entries(result.statusCodeStats).filter(
      ([code]) => Number(code) !== status,
    );
    if (unexpected.length > 0 || result.errors > 0) {
      const { errors, timeouts } = result;
      const met = JSON.stringify({ unexpected, errors, timeouts });
      throw new Error(`A benchmark met ${met} at ${url}.`);
    }
    const { p50, p99 } = result.latency;
    return { rps: result.requests.total / result.duration, p50, p99 };
  },

  /** So many requests a second, whether answered or not; a late start is part of the time taken. */
  async open({ url, tokens, perSecond, seconds, status = 200 }) {
    const agent = new Agent({ keepAlive: true, maxSockets: SOCKETS });
    const total = Math.floor(perSecond * seconds);
    const answers = [];
    const start = performance.now();
    await new Promise((resolve) => {
      const timer = setInterval(() => {
        const intervals = Math.floor(((performance.now() - start) * perSecond) / 1000);
        const due = Math.min(total, intervals + 1);
        while (answers.length < due) {
          const n = answers.length;
          const since = start + (n * 1000) / perSecond;
          const answer = answerTo(url, tokens[n % tokens.length], { agent }, since);
          answers.push(answer.catch(() => ({ ms: PATIENCE_MS, status: 0 })));
        }
        if (answers.length < total) return;
        clearInterval(timer);
        resolve();
      }, TICK_MS);
    });
    const took = (performance.now() - start) / 1000;
    const summary = summaryOf(await Promise.all(answers), status);
    agent.destroy();
    return { ...summary, perSecond: total / took };
  },

  /** One request with each token, all at the same moment, on connections that are open already. */
  async burst({ url, tokens, status = 200 }) {
    const { hostname, port } = new URL(url);
    const sockets = [];
    while (sockets.length < tokens.length) {
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      sockets.push(socket);
    }
    const answers = await Promise.all(
      tokens.map((token, n) => answerTo(url, token, { createConnection: () => sockets[n] })),
    );
    for (const socket of sockets) socket.destroy();
    return summaryOf(answers, status);
  },
});
