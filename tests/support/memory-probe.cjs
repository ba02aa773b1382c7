/**
 * Loaded into a server under test by `NODE_OPTIONS=--require`: at SIGUSR2 it says on a line of its own
 * how many bytes of heap are in use after everything that is not needed has been let go.
 */
const { setImmediate } = require('node:timers');
const v8 = require('node:v8');
const vm = require('node:vm');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc');
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  process.on('SIGUSR2', async () => {
    for (let round = 0; round < 4; round += 1) {
      collect();
      await settle();
    }
    process.stdout.write(`heap-in-use ${process.memoryUsage().heapUsed}\n`);
  });
}
