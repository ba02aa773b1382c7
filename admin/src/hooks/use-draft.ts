import { useCallback, useMemo, useState } from 'react';
import { keepTyped, namesOf, same } from './keep-typed';

interface State<Values> {
  readonly base: Values;
  readonly values: Values;
}

type Merge<Values> = (base: Values, typed: Values, fresh: Values) => Values;

/**
 * What a person has typed, beside what it was before. Values must be plain, as JSON has them.
 *
 * @param typed - What stands there as if it had been typed, as a link can bring it.
 */
export const useDraft = <Values extends object>(initial: Values, typed?: Partial<Values>) => {
  const [{ base, values }, setState] = useState<State<Values>>({
    base: initial,
    values: { ...initial, ...typed },
  });

  const set = useCallback(<Name extends keyof Values>(name: Name, value: Values[Name]) => {
    setState((state) => ({ ...state, values: { ...state.values, [name]: value } }));
  }, []);

  /**
   * Takes over what was changed elsewhere, and keeps what was typed here: of each value the whole,
   * unless the form knows how to merge two.
   */
  const rebase = useCallback((fresh: Values, merge: Merge<Values> = keepTyped) => {
    setState(({ base, values }) => ({ base: fresh, values: merge(base, values, fresh) }));
  }, []);

  /** What was typed has been saved, as this. */
  const reset = useCallback((saved: Values) => {
    setState({ base: saved, values: saved });
  }, []);

  const changed = useMemo(
    () => new Set(namesOf(values).filter((name) => !same(values[name], base[name]))),
    [base, values],
  );

  return { values, set, rebase, reset, changed, isDirty: changed.size > 0 };
};
