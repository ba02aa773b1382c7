/** What is to be undone at the end, however the run ends: databases, folders, processes. */
const tasks = new Set();

/** @returns Does it now, and then not again. */
export const atTheEnd = (task) => {
  tasks.add(task);
  return async () => {
    if (tasks.delete(task)) await task();
  };
};

const all = async () => {
  // The last first, since a database is in use by the processes that were started after it.
  for (const task of [...tasks].reverse()) {
    if (!tasks.delete(task)) continue;
    try {
      await task();
    } catch (error) {
      console.error(`Something of the benchmark is left behind: ${String(error)}`);
    }
  }
};

let running;

/** Whoever asks while it runs, as an interrupted run does, waits for the same. */
export const cleanUp = () => {
  running ??= all();
  return running;
};
