/** One line for each step: what runs, how long it has been running, and how it ended. */

const HEARTBEAT_MS = 15_000;

const secondsSince = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;

const line = (mark, label, detail) => `${mark} ${label}${detail === '' ? '' : ` (${detail})`}`;

/** On a terminal the line counts up in place; elsewhere it is repeated now and then. */
const startTicking = (label, start) => {
  if (process.stdout.isTTY) {
    const draw = () => process.stdout.write(`\r\x1b[K${line('…', label, secondsSince(start))}`);
    draw();
    const timer = setInterval(draw, 200);
    return () => {
      clearInterval(timer);
      process.stdout.write('\r\x1b[K');
    };
  }
  console.log(line('…', label, ''));
  const timer = setInterval(() => console.log(line('…', label, secondsSince(start))), HEARTBEAT_MS);
  return () => clearInterval(timer);
};

/** Shows `label` while `work` runs. */
export const withProgress = async (label, work) => {
  const start = performance.now();
  const stop = startTicking(label, start);
  try {
    const result = await work();
    stop();
    console.log(line('✓', label, secondsSince(start)));
    return result;
  } catch (error) {
    stop();
    console.log(line('✗', label, secondsSince(start)));
    throw error;
  }
};

export const upToDate = (label) => console.log(line('✓', label, 'up to date'));
