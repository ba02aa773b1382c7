/** Load from 16 connections, with what was answered and when. */
import autocannon, { type Options } from 'autocannon';

const CONNECTIONS = 16;

export interface LoadResult {
  /** Requests that may have reached the server. */
  sent: number;
  /** Connections that ended without an answer. */
  errors: number;
}

export interface Load {
  /** What has been answered so far, with the time in epoch milliseconds. */
  answers: readonly { at: number; status: number }[];
  stop: () => void;
  done: Promise<LoadResult>;
}

export const startLoad = (options: Omit<Options, 'connections'>): Load => {
  const answers: { at: number; status: number }[] = [];
  const run = autocannon({ ...options, connections: CONNECTIONS });
  run.on('response', (_, status) => void answers.push({ at: Date.now(), status }));
  const done = (async () => {
    const { requests, errors } = await run;
    return { sent: requests.sent, errors };
  })();
  return {
    answers,
    stop: () => {
      run.stop();
    },
    done,
  };
};

/** How often each status was answered. */
export const statusesOf = ({ answers }: Load): Record<number, number> => {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};
