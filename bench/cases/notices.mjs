/** The job of the notices: its time and memory follow the keys that are due, not those that are there. */
import { SMTPServer } from 'smtp-server';

import { startApp } from '../lib/start-app.mjs';
import { median } from '../lib/statistics.mjs';

export const name = 'notices';

const MANY = Number(process.env.BENCH_ROWS ?? 1_000_000);
const FEW = 10_000;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const DUE = [0, 100, 1000];

/** Takes every mail and forgets it. */
const startSink = async () => {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      stream.resume();
      stream.on('end', done);
    },
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
};

/** Interleaved, so that a slow moment of the machine meets both alike. */
export const run = async () => {
  const sink = await startSink();
  const env = { PLAYGROUND_SMTP_PORT: String(sink.server.address().port) };
  const sides = [];
  for (const count of [FEW, MANY]) {
    const app = await startApp({}, { env, execArgv: ['--expose-gc'] });
    console.log(`  writing ${count} keys …`);
    await app.ask('seedNotices', { count });
    sides.push({ count, app, runs: new Map(DUE.map((due) => [due, []])) });
  }
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const due of DUE) {
      for (const { app, count, runs } of sides) {
        const took = await app.ask('runNotices', { count, due, round });
        if (round >= 0) runs.get(due).push(took);
      }
    }
  }
  for (const { app } of sides) await app.stop();
  await new Promise((resolve) => sink.close(resolve));

  const [few, many] = sides;
  const figure = ({ runs }, due, what) => median(runs.get(due).map((took) => took[what]));
  return DUE.flatMap((due) =>
    [['ms', 'ms'], ...(due > 0 ? [['heapMb', 'MB']] : [])].map(([what, unit]) => ({
      name: `${MANY} keys, ${due} due, ${what === 'ms' ? 'one run, p50' : 'heap at its worst, p50'}`,
      unit,
      ours: figure(many, due, what),
      peers: { [`with ${FEW} keys`]: figure(few, due, what) },
    })),
  );
};
