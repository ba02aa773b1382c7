/**
 * `npm run bench`: every figure beside its peers, in one run on one machine.
 *
 *   npm run bench                    all of them
 *   npm run bench -- --only http     one of them
 *   npm run bench -- --json FILE     for machines as well
 */
import { parseArgs } from 'node:util';

import * as http from './cases/http.mjs';
import * as list from './cases/list.mjs';
import * as notices from './cases/notices.mjs';
import * as verification from './cases/verification.mjs';
import { printTable, writeJson } from './lib/report.mjs';

const CASES = [verification, http, list, notices];

const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } });
const chosen = CASES.filter(({ name }) => values.only === undefined || values.only === name);
if (chosen.length === 0) {
  console.error(
    `There is no benchmark "${values.only}". There are: ${CASES.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}

const results = [];
for (const { name, run } of chosen) {
  console.log(`Measuring ${name} …`);
  results.push(...(await run()));
}
printTable(results);
if (values.json !== undefined) writeJson(values.json, results);
