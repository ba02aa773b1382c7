/** `npm run bench`: every figure beside its peers, in one run on one machine. */
import { parseArgs } from 'node:util';

import { cleanUp } from './lib/cleanup.mjs';
import { judged, tableOf, writeJson } from './lib/report.mjs';

const NAMES = [
  'verification',
  'http',
  'refusals',
  'flood',
  'cold-start',
  'growth',
  'memory',
  'list',
  'notices',
];

const parsed = () => {
  try {
    return parseArgs({
      options: {
        only: { type: 'string', multiple: true },
        json: { type: 'string' },
        quick: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    console.error(error.message);
    return process.exit(1);
  }
};

const options = parsed();
const isQuick = options.quick;
const chosen = options.only ?? NAMES;
const unknown = chosen.find((name) => !NAMES.includes(name));
if (unknown !== undefined) {
  console.error(`There is no benchmark "${unknown}". There are: ${NAMES.join(', ')}.`);
  process.exit(1);
}
// Read by the cases of the list and of the notices when they are loaded.
if (isQuick) {
  process.env.BENCH_ROWS ??= '2000';
  process.env.BENCH_ROUNDS ??= '1';
}

const caseOf = (name) => import(`./cases/${name}.mjs`);

const help = async () => {
  const lines = [];
  for (const name of NAMES) lines.push(`  ${name.padEnd(14)}${(await caseOf(name)).title ?? ''}`);
  return `npm run bench -- [--only NAME]... [--json FILE] [--quick]

  --only NAME   one benchmark; may be given several times
  --json FILE   the figures for programs as well
  --quick       a smoke run: everything runs, the figures mean nothing, no bound is judged

Benchmarks:
${lines.join('\n')}

SQLite lies in temporary files. PostgreSQL is looked for at 127.0.0.1:5432 and MariaDB at
127.0.0.1:3306, or where TEST_POSTGRES_* and TEST_MYSQL_* (HOST, PORT, USERNAME, PASSWORD) say.
What does not answer is named in the table. Databases are made for the run, and dropped after it.`;
};

const measure = async (name) => {
  const begun = performance.now();
  console.log(`Measuring ${name} …`);
  const { run } = await caseOf(name);
  const say = (what) => console.log(`  ${what}`);
  const figures = judged(await run({ isQuick, say }), isQuick).map((figure) => ({
    case: name,
    ...figure,
  }));
  const took = ((performance.now() - begun) / 1000).toFixed(0);
  console.log(`${['', ...tableOf(figures)].join('\n')}\n\n${name} took ${took} s.\n`);
  return figures;
};

const main = async () => {
  if (options.help) return console.log(await help());
  const figures = [];
  for (const name of chosen) {
    figures.push(...(await measure(name)));
    // After each, so that a run that breaks off keeps what it has.
    if (options.json !== undefined) writeJson(options.json, { figures, isQuick });
  }
  if (isQuick) console.log('A smoke run: these figures mean nothing.');
};

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await cleanUp();
    process.exit(1);
  });
}
try {
  await main();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await cleanUp();
}
