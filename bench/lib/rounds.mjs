import { spread } from './statistics.mjs';

const turned = (list, by) => [...list.slice(by % list.length), ...list.slice(0, by % list.length)];

/**
 * Samples of each contender, one a round, and each round begins with another, so that a slow moment
 * of the machine meets all alike.
 *
 * @param contenders - What takes one sample of each.
 * @param warmUps - Rounds that come first and do not count.
 */
export const interleaved = async (contenders, { rounds, warmUps = 1 }) => {
  const samples = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const [name, measure] of turned(Object.entries(contenders), round + warmUps)) {
      const sample = await measure();
      if (round >= 0) samples[name].push(sample);
    }
  }
  return samples;
};

/** Spreads of one field of the samples. */
export const spreadOf = (samples, field = (sample) => sample) => spread(samples.map(field));
