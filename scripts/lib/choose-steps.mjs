/**
 * What of all steps a person asked for. A pattern alone leaves out what takes none; a database
 * leaves out the integration tests on others, and alone it asks for integration tests.
 */
export const chooseSteps = (steps, { names, database, pattern }) =>
  steps
    .filter((step) =>
      names.length > 0 ? names.includes(step.name) : pattern === undefined || step.takesPattern,
    )
    .filter((step) =>
      step.database === undefined
        ? database === undefined || names.length > 0
        : (database ?? step.database) === step.database,
    );

/** The servers that these steps use, each once. */
export const serversOf = (steps) => [...new Set(steps.flatMap(({ servers = [] }) => servers))];
