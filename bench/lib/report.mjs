import { writeFileSync } from 'node:fs';
import { arch, cpus } from 'node:os';

import { judge } from './bounds.mjs';

const rounded = (value) => {
  if (Number.isInteger(value) || Math.abs(value) >= 100) return value.toFixed(0);
  return value.toPrecision(3);
};

const valueOf = ({ median, min, max }, unit) => [
  `${rounded(median)} ${unit}`,
  min === max ? '' : `${rounded(min)} to ${rounded(max)}`,
];

const boundOf = ({ bound, met }) => (bound === undefined ? ['', ''] : [bound, met ? 'yes' : 'NO']);

const rowsOf = ({ name, unit, ours, peers, missing }) => {
  if (missing !== undefined) return [[name, 'NOT MEASURED', missing, '', '', '', '']];
  return [
    [name, 'ours', ...valueOf(ours, unit), '', ...boundOf(ours)],
    ...peers.map((peer) => [
      '',
      peer.peer,
      ...valueOf(peer, unit),
      rounded(peer.ratio),
      ...boundOf(peer),
    ]),
  ];
};

const HEAD = ['figure', 'who', 'median', 'min to max', 'ours / it', 'bound', 'met'];

const withoutBounds = (figure) => ({ ...figure, bounds: undefined, limit: undefined });

/**
 * Figures ready to be shown.
 *
 * @param isQuick - A smoke run: too few rounds for a bound to say anything.
 */
export const judged = (figures, isQuick) =>
  figures.map((figure) => judge(isQuick ? withoutBounds(figure) : figure));

/** A plain table: each figure with ours, and below it its peers. */
export const tableOf = (figures) => {
  const lines = [HEAD, ...figures.flatMap(rowsOf)];
  // What is missing is told in a sentence, which is no reason to widen a column of numbers.
  const measured = lines.filter(([, who]) => who !== 'NOT MEASURED');
  const widths = HEAD.map((_, at) =>
    Math.max(...(at < 2 ? lines : measured).map((line) => line[at].length)),
  );
  return lines.map((line) =>
    line
      .map((cell, at) => cell.padEnd(widths[at]))
      .join('  ')
      .trimEnd(),
  );
};

/** The machine and all figures, for programs. */
export const writeJson = (file, { figures, isQuick }) => {
  const [cpu] = cpus();
  const machine = {
    node: process.version,
    cpu: cpu?.model ?? arch(),
    cores: cpus().length,
    at: new Date().toISOString(),
  };
  writeFileSync(file, `${JSON.stringify({ machine, quick: isQuick, figures }, null, 2)}\n`);
};
