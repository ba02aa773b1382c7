/**
 * `npm test`: everything, from a fresh clone on.
 *
 *   npm test                            all steps
 *   npm test -- unit integration        some steps
 *   npm test -- unit --grep "checksum"  tests whose name matches
 *   npm test -- integration --database postgres
 *                                       on one database only; TEST_DATABASE says the same
 */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';

import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ROOT } from './lib/paths.mjs';
import { checkNode } from './lib/requirements.mjs';
import { exitOf } from './lib/run-logged.mjs';
import { chooseSteps } from './lib/choose-steps.mjs';
import { conclude, runSteps } from './lib/run-steps.mjs';
import { DATABASES, STEPS } from './lib/test-steps.mjs';
import { runMain, UserError } from './lib/user-error.mjs';

const STEP_NAMES = [...new Set(STEPS.map(({ name }) => name))];

const readArguments = () => {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        database: { type: 'string', default: process.env.TEST_DATABASE },
        grep: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const unknown = positionals.filter((name) => !STEP_NAMES.includes(name));
    if (unknown.length > 0) throw new Error(`There is no step ${unknown.join(', ')}.`);
    const { database, grep: pattern, help = false } = values;
    if (database !== undefined && !DATABASES.includes(database)) {
      throw new Error(`There is no database ${database}, only ${DATABASES.join(', ')}.`);
    }
    return { names: positionals, database, pattern, help };
  } catch (error) {
    throw new UserError(`${error.message} The steps are: ${STEP_NAMES.join(', ')}.`);
  }
};

const spawnShown = (command, args, env = {}) =>
  exitOf(
    spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    }),
  );

const setUp = async (steps) => {
  checkNode();
  await ensureInstalled();
  await ensureBuilt([...new Set(steps.flatMap(({ needs }) => needs))]);
};

await runMain(async () => {
  const { names, database, pattern, help } = readArguments();
  if (help) {
    console.log(
      `npm test -- [${STEP_NAMES.join('|')} ...] [--database ${DATABASES.join('|')}] [--grep PATTERN]`,
    );
    return 0;
  }
  const steps = chooseSteps(STEPS, { names, database, pattern });
  try {
    await setUp(steps);
  } catch (error) {
    console.error(error instanceof UserError ? `\n${error.message}` : error);
    return conclude({ passed: 0, failed: 1 });
  }
  const { passed, failed } = await runSteps(steps, { spawn: spawnShown, pattern });
  const isEmpty = passed + failed === 0;
  if (isEmpty) console.log(`No test matches ${pattern}.`);
  return conclude({ passed, failed: isEmpty ? 1 : failed });
});
