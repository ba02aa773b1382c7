import { useCallback, useEffect, useRef, useState } from 'react';
import { type BulkResult, MAX_BULK, type Selection } from '../../../../../contracts/bulk';
import {
  useBulkDeleteKeysMutation,
  useBulkRevokeKeysMutation,
  useKeysChangedInBulkMutation,
  useSelectKeysMutation,
  useTakeOverKeysMutation,
} from '../../../api/bulk';
import { type Failure, failureOf } from '../../../api/failure';
import { joined, type Outcome, runBatches } from './run-batches';

export const BULK_ACTIONS = ['revoke', 'delete', 'take-over'] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

export type BulkOutcome = Outcome<BulkResult['failed'][number]>;

/** Where the requests are; nothing runs before one has confirmed. */
type Run =
  | {
      readonly step: 'running';
      readonly count: number;
      readonly total: number;
      readonly isStopping: boolean;
    }
  | { readonly step: 'finished'; readonly outcome: BulkOutcome };

type Phase =
  | { readonly step: 'reading' }
  | { readonly step: 'unread'; readonly failure: Failure }
  | { readonly step: 'asking'; readonly selection: Selection }
  | Run;

/** What no second try can change. */
const LASTING = new Set(['not_found', 'key_revoked']);

/** What is worth another try. */
const again = ({ failed, rest }: BulkOutcome): string[] => [
  ...failed.filter(({ code }) => !LASTING.has(code)).map(({ id }) => id),
  ...rest,
];

/**
 * Many keys about to be changed: what the dialog has to say of them, the requests one after the
 * other, and what came of it.
 *
 * @param ids - The chosen keys.
 * @param onChanged - Called after each run with the ids that are done.
 */
export const useBulk = (
  how: BulkAction,
  ids: readonly string[],
  onChanged: (done: readonly string[]) => void,
) => {
  const [run, setRun] = useState<Run | null>(null);
  const [author, setAuthor] = useState<string>();
  const isStopped = useRef(false);
  const [select, { data: selection, error: unread, isLoading: isReading }] =
    useSelectKeysMutation();
  const [revoke] = useBulkRevokeKeysMutation();
  const [remove] = useBulkDeleteKeysMutation();
  const [takeOver] = useTakeOverKeysMutation();
  const [changed] = useKeysChangedInBulkMutation();

  const read = useCallback(() => void select({ ids: [...ids] }), [ids, select]);

  // What is asked is asked of this moment; whoever leaves the page stops what has not begun.
  useEffect(() => {
    isStopped.current = false;
    read();
    return () => {
      isStopped.current = true;
    };
  }, [read]);

  const before: Phase =
    selection !== undefined
      ? { step: 'asking', selection: selection.data }
      : unread === undefined || isReading
        ? { step: 'reading' }
        : { step: 'unread', failure: failureOf(unread) };
  const phase: Phase = run ?? before;

  const send = async (batch: string[]): Promise<BulkResult> => {
    const body = { ids: batch };
    switch (how) {
      case 'revoke':
        return (await revoke(body).unwrap()).data;
      case 'delete':
        return (await remove(body).unwrap()).data;
      case 'take-over':
        return (await takeOver({ ...body, author }).unwrap()).data;
    }
  };

  const start = async (chosen: readonly string[], former: BulkOutcome | null) => {
    isStopped.current = false;
    const at = (count: number) => {
      setRun({ step: 'running', count, total: chosen.length, isStopping: isStopped.current });
    };
    at(0);
    const outcome = await runBatches({
      ids: chosen,
      size: MAX_BULK,
      send,
      onProgress: at,
      isStopped: () => isStopped.current,
    });
    setRun({ step: 'finished', outcome: former === null ? outcome : joined(former, outcome) });
    void changed(undefined);
    onChanged(outcome.done);
  };

  return {
    phase,
    author,
    setAuthor,
    read,
    confirm: () => {
      if (phase.step === 'asking') void start(phase.selection.ids, null);
    },
    stop: () => {
      isStopped.current = true;
      setRun((now) => (now?.step === 'running' ? { ...now, isStopping: true } : now));
    },
    /** Ids that another try would take up. */
    left: phase.step === 'finished' ? again(phase.outcome) : [],
    tryAgain: () => {
      if (phase.step === 'finished') void start(again(phase.outcome), phase.outcome);
    },
  };
};

export type Bulk = ReturnType<typeof useBulk>;
