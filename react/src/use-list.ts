import { useCallback, useEffect, useRef, useState } from 'react';
import { type Failure, failureOf } from './failure';
import { type Listed, listTokens, type Target } from './request';

/** One's tokens, read at first and whenever the session is renewed. */
export const useList = (target: Target) => {
  const [listed, setListed] = useState<Listed | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const turns = useRef(0);
  // An app may give a new function at each rendering: that is no reason to ask again.
  const latest = useRef(target);
  useEffect(() => {
    latest.current = target;
  });

  const load = useCallback(async () => {
    turns.current += 1;
    const turn = turns.current;
    let failed: Failure | null = null;
    let answer: Listed | null = null;
    try {
      answer = await listTokens(latest.current);
    } catch (thrown) {
      failed = failureOf(thrown);
    }
    // A later question may be answered first.
    if (turn !== turns.current) return;
    if (answer !== null) setListed(answer);
    setFailure(failed);
  }, []);

  const { apiUrl, jwt } = target;
  useEffect(() => {
    void load();
  }, [load, apiUrl, jwt]);

  return { listed, setListed, failure, load, latest };
};
