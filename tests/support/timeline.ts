/** What something may be at each moment, as far as those can tell who change it and ask from outside. */

export interface Timeline<State> {
  /** What it is once every change has been answered. */
  readonly latest: State;
  /**
   * Runs a change. It may hold from now on, and nothing older holds as soon as `run` has ended.
   * One that fails leaves both open.
   */
  change: <T>(state: State, run: () => Promise<T>) => Promise<T>;
  /** Begins a request; what it answers with ends it, and tells every state that could hold meanwhile. */
  watch: () => () => readonly State[];
}

/** Holds nothing but what may be at this moment, and what requests under way may have met. */
export const timelineOf = <State>(first: State): Timeline<State> => {
  let latest = first;
  let possible = new Set([first]);
  const watching = new Set<Set<State>>();

  return {
    get latest() {
      return latest;
    },

    async change(state, run) {
      if (possible.size > 1) throw new Error('The change before it was not answered.');
      possible.add(state);
      for (const seen of watching) seen.add(state);
      const answer = await run();
      possible = new Set([state]);
      latest = state;
      return answer;
    },

    watch() {
      const seen = new Set(possible);
      watching.add(seen);
      return () => {
        watching.delete(seen);
        return [...seen];
      };
    },
  };
};

/** One change of several things at once, each to a state of its own. */
export const changeAll = <State, T>(
  changes: readonly (readonly [Timeline<State>, State])[],
  run: () => Promise<T>,
): Promise<T> =>
  changes.reduce(
    (rest, [timeline, state]) =>
      () =>
        timeline.change(state, rest),
    run,
  )();
