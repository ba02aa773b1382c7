/**
 * What a step came to, read from the report that its runner writes. Nothing may pass in silence:
 * a test that was skipped, a runner that crashed and a run without any test count as failures.
 */
import { existsSync, readFileSync } from 'node:fs';

const failed = (problem) => ({ passed: 0, failed: 1, problems: [problem] });

/** A step that is one check, such as lint. */
export const resultOfExit = (exit) =>
  exit === 0 ? { passed: 1, failed: 0, problems: [] } : failed(`ended with ${exit}`);

/**
 * What could not be tested. On a developer's machine it is said and no more; in CI, where all is to
 * be there, it has failed.
 */
export const resultOfNothing = (sentence, isCi = process.env.CI === 'true') =>
  isCi ? failed(sentence) : { passed: 0, failed: 0, problems: [sentence] };

/** Makes up for failures that the counts do not show, and for a run without tests. */
const complete = ({ passed, failed: count, problems, exit, narrowed }) => {
  if (passed + count === 0 && !narrowed) return failed('ran no tests');
  if (exit !== 0 && count === 0) return { passed, failed: 1, problems: [`ended with ${exit}`] };
  return { passed, failed: count, problems };
};

const readReport = (file) =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;

const countProblem = (count, what) => (count === 0 ? [] : [`${count} ${what}`]);

/** `narrowed`: a pattern chose the tests, and Jest calls skipped what the pattern left out. */
export const resultOfJest = ({ file, exit, narrowed }) => {
  const report = readReport(file);
  if (report === undefined) return failed(`crashed (${exit}) and left no report`);
  const skipped = narrowed ? 0 : report.numPendingTests + report.numTodoTests;
  const suites = report.numRuntimeErrorTestSuites;
  return complete({
    passed: report.numPassedTests,
    failed: report.numFailedTests + skipped + suites,
    problems: [
      ...countProblem(skipped, 'skipped or to do'),
      ...countProblem(suites, 'test files that did not run'),
    ],
    exit,
    narrowed,
  });
};

const testsOf = (suite) => [
  ...(suite.specs ?? []).map(({ title, tests }) => ({ title, tests })),
  ...(suite.suites ?? []).flatMap((inner) =>
    testsOf(inner).map((spec) => ({ ...spec, title: `${inner.title} › ${spec.title}` })),
  ),
];

/** Tests that failed first and passed when they were tried again. */
const namesOfRetried = (report) =>
  testsOf(report)
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map(({ title }) => title);

/** A test that passed at the second try has passed, and is named. */
export const resultOfPlaywright = ({ file, exit, narrowed }) => {
  const report = readReport(file);
  if (report === undefined) return failed(`crashed (${exit}) and left no report`);
  const { expected, unexpected, flaky, skipped } = report.stats;
  const errors = report.errors.length;
  return complete({
    passed: expected + flaky,
    failed: unexpected + skipped + errors,
    problems: [
      ...countProblem(skipped, 'skipped'),
      ...countProblem(errors, 'errors outside of tests'),
      ...namesOfRetried(report).map((name) => `passed at the second try: ${name}`),
    ],
    exit,
    narrowed,
  });
};
