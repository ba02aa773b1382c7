/** Requests as bytes over TCP, for what no HTTP client would send. */
import { connect, type Socket } from 'node:net';

import { type HeaderLine } from './header-fuzz';

const HEAD_END = '\r\n\r\n';
const ANSWER_MS = 30_000;
/** Requests that are on their way over one connection at once. */
const PIPELINED = 20;

export interface RawTarget {
  readonly port: number;
  readonly path: string;
}

export const requestBytes = ({ path }: RawTarget, lines: readonly HeaderLine[]): Buffer => {
  const head = [
    `GET ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    ...lines.map(([name, value]) => `${name}: ${value}`),
  ];
  return Buffer.from(head.join('\r\n') + HEAD_END, 'latin1');
};

/** Takes one whole answer off the front of a text; `null` where it has not all arrived. */
const takeAnswer = (text: string): { status: number; rest: string } | null => {
  const end = text.indexOf(HEAD_END);
  if (end === -1) return null;
  const head = text.slice(0, end);
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]);
  const length = /^content-length: (\d+)$/im.exec(head)?.[1];
  if (length === undefined && status !== 204) throw new Error(`An answer without length:\n${head}`);
  const until = end + HEAD_END.length + Number(length ?? 0);
  return text.length < until ? null : { status, rest: text.slice(until) };
};

const open = ({ port }: RawTarget): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.off('error', reject);
      resolve(socket);
    });
    socket.setNoDelay(true).setEncoding('latin1').once('error', reject);
  });

/** Statuses of the first requests, as many as one connection lasts for. */
const sendOverOne = async (target: RawTarget, requests: readonly Buffer[]): Promise<number[]> => {
  const socket = await open(target);
  const statuses: number[] = [];
  let sent = 0;
  let text = '';
  const more = () => {
    const until = Math.min(requests.length, statuses.length + PIPELINED);
    if (sent < until) socket.write(Buffer.concat(requests.slice(sent, until)));
    sent = until;
  };
  return new Promise((resolve, reject) => {
    socket.setTimeout(ANSWER_MS, () => {
      reject(new Error(`No answer after ${statuses.length} of ${requests.length}`));
      socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(statuses);
    });
    socket.on('data', (chunk: string) => {
      text += chunk;
      for (let answer = takeAnswer(text); answer !== null; answer = takeAnswer(text)) {
        statuses.push(answer.status);
        text = answer.rest;
      }
      if (statuses.length === requests.length) socket.destroy();
      else if (statuses.length + PIPELINED / 2 >= sent) more();
    });
    more();
  });
};

/**
 * Statuses of well-formed requests, in their order, many over one connection without waiting. A server
 * may end a connection that was idle; one that answers nothing over a new one has failed.
 */
export const sendPipelined = async (
  target: RawTarget,
  requests: readonly Buffer[],
): Promise<number[]> => {
  const statuses: number[] = [];
  while (statuses.length < requests.length) {
    const answered = await sendOverOne(target, requests.slice(statuses.length));
    if (answered.length === 0) {
      const unanswered = requests[statuses.length]?.toString('base64') ?? '';
      throw new Error(`The connection was ended without an answer to ${unanswered}`);
    }
    statuses.push(...answered);
  }
  return statuses;
};

/** Every status that a server answers to these bytes, which it may take for any number of requests. */
export const sendRaw = async (target: RawTarget, bytes: Buffer): Promise<number[]> => {
  const socket = await open(target);
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setTimeout(ANSWER_MS, () => {
      socket.destroy();
      reject(new Error('No answer, and the connection stayed open'));
    });
    // A server that resets what it will not read has refused it.
    socket.on('error', () => undefined);
    socket.on('data', (chunk: string) => (text += chunk));
    socket.on('close', () => {
      resolve([...text.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status]) => Number(status)));
    });
    socket.end(bytes);
  });
};
