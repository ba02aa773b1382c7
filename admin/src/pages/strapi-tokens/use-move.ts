import { useState } from 'react';
import { MAX_BULK } from '../../../../contracts/bulk';
import type { MovedStrapiTokens } from '../../../../contracts/strapi-tokens';
import { useMoveStrapiTokensMutation } from '../../api/strapi-tokens';
import { type Outcome, runBatches } from '../keys/bulk/run-batches';

type Done = MovedStrapiTokens['done'][number];
export type MoveOutcome = Outcome<MovedStrapiTokens['failed'][number], Done, number>;

/** Moves tokens, some at a time, and keeps what came of it. */
export const useMove = () => {
  const [move] = useMoveStrapiTokensMutation();
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<MoveOutcome | null>(null);

  const start = async (ids: readonly number[]) => {
    setBusy(true);
    const ended = await runBatches({
      ids,
      size: MAX_BULK,
      send: async (batch) => (await move({ ids: batch }).unwrap()).data,
      onProgress: () => undefined,
      isStopped: () => false,
    });
    setOutcome(ended);
    setBusy(false);
  };

  return { isBusy, outcome, start };
};
