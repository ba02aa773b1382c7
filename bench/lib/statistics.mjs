/** The value below which a share of the samples lies; `samples` need not be sorted. */
export const percentile = (samples, share) => {
  const sorted = Float64Array.from(samples).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

export const median = (samples) => percentile(samples, 0.5);

/** What rounds came to: the middle one, and how far the others lay from it. */
export const spread = (samples) => ({
  median: median(samples),
  min: Math.min(...samples),
  max: Math.max(...samples),
});

/** One number is a spread as well. */
export const asSpread = (value) => (typeof value === 'number' ? spread([value]) : value);
