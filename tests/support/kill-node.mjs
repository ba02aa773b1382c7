/**
 * A node that does one thing after the other to keys, as its standard input tells it, and kills itself
 * at one of the statements that this takes. What it writes is written at once, so that nothing that
 * it said before its end is lost: `begin`, `end` and `statement` as it comes to them, `token` as soon
 * as one is made.
 */
import { writeSync } from 'node:fs';
import { setImmediate } from 'node:timers';

import { boot } from './boot.mjs';

const say = (what, value) => writeSync(1, `${JSON.stringify({ what, value })}\n`);

const readLine = () => new Promise((resolve) => process.stdin.once('data', resolve));

const strapi = await boot();
const service = (name) => strapi.plugin('api-access').service(name);

const issuing = service('issuing');
const { issue } = issuing;
issuing.issue = async (...given) => {
  const issued = await issue(...given);
  say('token', issued.token);
  return issued;
};

say('ready');
/** @type {{ create: object, regenerate: string, revoke: string, delete: string, used: number, at: number, phase: string }} */
const plan = JSON.parse(String(await readLine()));

const die = () => process.kill(process.pid, 'SIGKILL');
let statements = 0;
let isCounting = false;
let isLast = false;

const { connection } = strapi.db;
connection.on('query', ({ sql }) => {
  if (!isCounting) return;
  statements += 1;
  say('statement', sql.slice(0, 60));
  if (statements !== plan.at) return;
  if (plan.phase === 'before') die();
  // The driver has handed it to the system by then, and no answer has been read.
  else if (plan.phase === 'sent') setImmediate(die);
  else isLast = true;
});
connection.on('query-response', () => {
  if (isLast) die();
});

const keys = service('keys');
const usage = service('usage');
const steps = {
  create: () => keys.create(plan.create),
  regenerate: () => keys.regenerate(plan.regenerate, { expiresAt: null, revision: 0 }),
  revoke: () => keys.revoke(plan.revoke, { revision: 0 }),
  delete: () => keys.delete(plan.delete),
  flush: () => {
    for (const count of [1, 2, 3])
      usage.countAllowed(plan.used, [`api::article.article.${count}`], '127.0.0.1');
    usage.countDenied(plan.used, { code: 'insufficient_scope', required: ['x'] }, null);
    return usage.flush();
  },
};

isCounting = true;
for (const [name, step] of Object.entries(steps)) {
  say('begin', name);
  await step();
  say('end', name);
}
// Of the last statement there is no answer that would be told.
die();
