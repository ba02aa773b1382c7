/** What is to be undone at the end, however the run ends: databases, folders, processes. */
const tasks = new Set();

/** @returns Does it now, and then not again. */
export const atTheEnd = (task) => {
  tasks.add(task);
  return async () => {
    if (tasks.delete(task)) await task();
  };
};

/** The last first, since a database is in use by the processes that were started after it. */
export const cleanUp = async () => {
  for (const task of [...tasks].reverse()) {
    tasks.delete(task);
    try {
      await task();
    } catch (error) {
      console.error(`Something of the benchmark is left behind: ${String(error)}`);
    }
  }
};
