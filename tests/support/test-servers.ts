/** Tests that need a server: run where it answers, and said by name where it does not. */
import { answers, notTested, SERVERS, type TestServer } from '../../scripts/lib/test-servers.cjs';

export { SERVERS };

/**
 * `describe` for a server. Where it does not answer, one test says so by its name, and fails in
 * CI, where all of them are to be there: nothing passes that was not run.
 */
export const describeWhereAnswers = (
  server: TestServer,
  what: string,
  define: () => void,
): void => {
  if (answers(server)) {
    describe(`${what} on ${server.title}`, define);
    return;
  }
  const sentence = notTested(server);
  it(sentence, () => {
    process.stderr.write(`\n*** ${what}: ${sentence} ***\n`);
    if (process.env.CI === 'true') throw new Error(sentence);
  });
};
