/**
 * Something that the person at the terminal can put right. Its message is one sentence that says
 * how; a stack trace would only hide it.
 */
export class UserError extends Error {}

/** Runs a command's main function; an error ends the process with code 1 and its sentence. */
export const runMain = async (main) => {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof UserError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
};
