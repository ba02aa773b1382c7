/** The other side of `child.mjs`: answers commands until it is told to stop, or left alone. */
export const serve = (commands, { ready, stop = () => undefined } = {}) => {
  process.on('message', async ({ id, command, input }) => {
    if (command === 'stop') {
      await stop();
      process.exit(0);
    }
    try {
      process.send({ id, result: await commands[command](input) });
    } catch (error) {
      process.send({ id, error: error instanceof Error ? (error.stack ?? '') : String(error) });
    }
  });
  process.on('disconnect', () => process.exit(1));
  process.send({ id: 'ready', result: ready });
};
