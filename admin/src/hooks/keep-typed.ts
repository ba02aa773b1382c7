/** Whether two plain values, as JSON has them, are the same. */
export const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Names of the values of a form. */
export const namesOf = <Values extends object>(values: Values) =>
  Object.keys(values) as (keyof Values & string)[];

/**
 * What was typed here wins; all else is as it was saved elsewhere meanwhile.
 *
 * @param base - What stood there before anything was typed.
 */
export const keepTyped = <Values extends object>(
  base: Values,
  typed: Values,
  fresh: Values,
): Values => {
  const changed = namesOf(typed).filter((name) => !same(typed[name], base[name]));
  return { ...fresh, ...Object.fromEntries(changed.map((name) => [name, typed[name]])) };
};
