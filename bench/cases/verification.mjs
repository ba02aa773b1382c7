/** One verification in the process: from the header to the decision about the scope. */
import { startApp } from '../lib/start-app.mjs';
import { median, percentile } from '../lib/statistics.mjs';

export const name = 'verification';

const ROUNDS = 7;
const PER_ROUND = 400;
const COLD_ROLES = 60;
const COLD_SECRETS = 15;

const figure = (label, samples, peers, share = 0.5) => ({
  name: label,
  unit: 'µs',
  ours: percentile(samples, share),
  peers: Object.fromEntries(
    Object.entries(peers).map(([peer, values]) => [peer, percentile(values, share)]),
  ),
});

/** Medians of interleaved rounds, so that a slow moment of the machine meets all alike. */
export const run = async () => {
  const first = await startApp({ precedence: 'first' });
  const last = await startApp({ precedence: 'last' });
  const ours = [];
  const oursLast = [];
  const builtIn = [];
  await first.ask('warm', { token: first.ours, count: PER_ROUND });
  await first.ask('warm', { token: first['built-in'], count: PER_ROUND });
  await last.ask('warm', { token: last.ours, count: PER_ROUND });
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(median(await first.ask('warm', { token: first.ours, count: PER_ROUND })));
    builtIn.push(median(await first.ask('warm', { token: first['built-in'], count: PER_ROUND })));
    oursLast.push(median(await last.ask('warm', { token: last.ours, count: PER_ROUND })));
  }
  const coldRoles = await first.ask('coldRoles', { token: first.ours, count: COLD_ROLES });
  const coldSecret = await first.ask('coldSecret', { role: first.role, count: COLD_SECRETS });
  await first.stop();
  await last.stop();
  return [
    figure('verification, warm, p50', ours, {
      'built-in custom token': builtIn,
      'ours behind the core': oursLast,
    }),
    figure('verification, roles not compiled yet, p50', coldRoles, {
      'built-in custom token': builtIn,
    }),
    figure('verification, server secret changed (argon2), p50', coldSecret, {
      'built-in custom token': builtIn,
    }),
  ];
};
