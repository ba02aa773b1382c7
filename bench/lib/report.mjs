import { writeFileSync } from 'node:fs';

const rounded = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

const pad = (cells, widths) => cells.map((cell, at) => cell.padEnd(widths[at])).join('  ');

/** A plain table of results, one line for each figure, peers beside ours. */
export const printTable = (results) => {
  const rows = results.map(({ name, unit, ours, peers }) => [
    name,
    unit,
    rounded(ours),
    Object.entries(peers)
      .map(([peer, value]) => `${peer} ${rounded(value)} (ours / it: ${(ours / value).toFixed(2)})`)
      .join(', '),
  ]);
  const lines = [['figure', 'unit', 'ours', 'peers'], ...rows];
  const widths = [0, 1, 2, 3].map((at) => Math.max(...lines.map((line) => line[at].length)));
  for (const line of lines) console.log(pad(line, widths).trimEnd());
};

/** `[{ name, unit, ours, peers: { name: value } }]` for machines. */
export const writeJson = (file, results) =>
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
