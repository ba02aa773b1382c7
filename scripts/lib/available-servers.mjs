/** Which of the servers that tests use are there, said once before the tests. */
import testServers from './test-servers.cjs';

const { answers, notTested, SERVERS } = testServers;

/** A sentence for each that does not answer. */
export const missingAmong = (names) =>
  names
    .map((name) => SERVERS[name])
    .filter((server) => !answers(server))
    .map(notTested);

/** A sentence for each, whether it answers or not. */
export const tellServers = (names) =>
  names.map((name) => {
    const server = SERVERS[name];
    const { title, host, port } = server;
    return answers(server) ? `✓ ${title} at ${host}:${port}` : `✗ ${notTested(server)}`;
  });
