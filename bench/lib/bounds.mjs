/**
 * What a figure is to keep to. A bound is `{ most }` or `{ least }`; it says whether it is met and
 * stops nothing, since a machine that is busy with something else is no fault of the code.
 */
import { asSpread } from './statistics.mjs';

const short = (value) => String(Number(value.toPrecision(3)));

export const boundText = ({ most, least }) =>
  most === undefined ? `>= ${short(least)}` : `<= ${short(most)}`;

/** Nothing that could not be computed meets a bound. */
export const isMet = ({ most, least }, value) =>
  most === undefined ? value >= least : value <= most;

const judged = (bound, value) =>
  bound === undefined ? {} : { bound: boundText(bound), met: isMet(bound, value) };

/**
 * A figure as its table and its JSON have it: ours first, and each peer with what ours is of it, by
 * the medians.
 *
 * @param figure - `ours` and `peers` are spreads or numbers; `bounds` holds what ours may be of a
 *   peer, `limit` what ours may be in itself.
 */
export const judge = ({ name, unit, ours, peers = {}, bounds = {}, limit, missing }) => {
  if (missing !== undefined) return { name, missing };
  const own = asSpread(ours);
  return {
    name,
    unit,
    ours: { ...own, ...judged(limit, own.median) },
    peers: Object.entries(peers).map(([peer, value]) => {
      const theirs = asSpread(value);
      const ratio = own.median / theirs.median;
      return { peer, ...theirs, ratio, ...judged(bounds[peer], ratio) };
    }),
  };
};
