import { useCallback, useMemo, useState } from 'react';

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

const names = <Values extends object>(values: Values) =>
  Object.keys(values) as (keyof Values & string)[];

interface State<Values> {
  readonly base: Values;
  readonly values: Values;
}

/** What a person has typed, beside what it was before. Values must be plain, as JSON has them. */
export const useDraft = <Values extends object>(initial: Values) => {
  const [{ base, values }, setState] = useState<State<Values>>({ base: initial, values: initial });

  const set = useCallback(<Name extends keyof Values>(name: Name, value: Values[Name]) => {
    setState((state) => ({ ...state, values: { ...state.values, [name]: value } }));
  }, []);

  /** Takes over what was changed elsewhere, and keeps what was typed here. */
  const rebase = useCallback((fresh: Values) => {
    setState((state) => {
      const typed = names(state.values).filter(
        (name) => !same(state.values[name], state.base[name]),
      );
      const kept = Object.fromEntries(typed.map((name) => [name, state.values[name]]));
      return { base: fresh, values: { ...fresh, ...kept } };
    });
  }, []);

  const changed = useMemo(
    () => new Set(names(values).filter((name) => !same(values[name], base[name]))),
    [base, values],
  );

  return { values, set, rebase, changed, isDirty: changed.size > 0 };
};
