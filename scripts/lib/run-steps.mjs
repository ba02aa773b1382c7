/** Runs the steps of a command one by one, and says of each what it came to. */
import { tellServers } from './available-servers.mjs';
import { serversOf } from './choose-steps.mjs';

const runStep = async (step, context) => {
  console.log(`\n── ${step.label} ──`);
  const start = performance.now();
  const secondsAgo = () => Math.round((performance.now() - start) / 1000);
  try {
    const result = await step.run(context);
    return { ...result, seconds: secondsAgo() };
  } catch (error) {
    return { passed: 0, failed: 1, problems: [error.message], seconds: secondsAgo() };
  }
};

const report = (step, { passed, failed, problems, seconds }) =>
  console.log(
    `${failed === 0 ? '✓' : '✗'} ${step.label}: ${passed} passed, ${failed} failed in ${seconds} s` +
      (problems.length === 0 ? '' : ` (${problems.join('; ')})`),
  );

const total = (results, field) => results.reduce((sum, result) => sum + result[field], 0);

/** How many passed and failed, after a line for each step. */
export const runSteps = async (steps, context) => {
  const servers = tellServers(serversOf(steps));
  for (const sentence of servers) console.log(sentence);
  const results = [];
  for (const step of steps) results.push(await runStep(step, context));
  console.log('');
  for (const sentence of servers) console.log(sentence);
  steps.forEach((step, index) => report(step, results[index]));
  return { passed: total(results, 'passed'), failed: total(results, 'failed') };
};

/** The last line of every run, whatever happened before it. */
export const conclude = ({ passed, failed }) => {
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
};
