/** The part of autocannon that the tests use; it comes without types. */
declare module 'autocannon' {
  export interface Options {
    url: string;
    connections: number;
    /** Requests in all; else `duration` ends the run. */
    amount?: number;
    /** Seconds. */
    duration?: number;
    headers?: Record<string, string>;
    requests?: readonly { path: string; headers?: Record<string, string> }[];
  }

  export interface Result {
    requests: { sent: number };
    errors: number;
  }

  export interface Run extends PromiseLike<Result> {
    on: (event: 'response', listen: (client: unknown, status: number) => void) => void;
    stop: () => void;
  }

  export default function autocannon(options: Options): Run;
}
