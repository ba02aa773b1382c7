/** What may lie between an app and its database: a way that refuses, resets, falls silent or is slow. */
import { createServer, connect, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

interface Pair {
  client: Socket;
  server: Socket;
  /** Bytes of answers that are still handed on; afterwards the connection says nothing more. */
  answersLeft: number;
}

/** What becomes of a message: it is lost, it arrives and its answer is lost, or nothing is heard again. */
export type MessageFault = 'lost' | 'answer lost' | 'silent';

export interface FaultyProxy {
  port: number;
  /** Lets everything through again. What was silent before stays so, as behind a failover. */
  mend: () => Promise<void>;
  /** Accepts nobody and resets whoever is there. */
  refuse: () => Promise<void>;
  /** Resets every connection, and accepts new ones. */
  resetAll: () => void;
  /** Accepts everybody and says nothing, on new connections and on those that stand. */
  fallSilent: () => void;
  /** Falls silent after so many more bytes of answers, on each connection that stands or is made. */
  muteAfter: (bytes: number) => void;
  /** Adds so many milliseconds to each answer. */
  slowDown: (ms: number) => void;
  /** What becomes of the next message to the database that holds such a text. */
  breakNext: (text: RegExp, how: MessageFault) => void;
  connections: () => number;
  stop: () => Promise<void>;
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });

const portOf = (server: Server): number => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  return address.port;
};

/** @param target - Where the database listens. */
export const startFaultyProxy = async (target: {
  host: string;
  port: number;
}): Promise<FaultyProxy> => {
  const pairs = new Set<Pair>();
  let delayMs = 0;
  let answersOfNew = Infinity;
  // In both protocols a statement stands readable in its message.
  let breaking: { text: RegExp; how: MessageFault } | undefined;

  const reset = ({ client, server }: Pair) => {
    client.resetAndDestroy();
    server.resetAndDestroy();
  };

  const answer = async (pair: Pair, chunk: Buffer) => {
    if (delayMs > 0) await sleep(delayMs);
    const part = chunk.subarray(0, pair.answersLeft);
    pair.answersLeft -= part.length;
    if (part.length > 0 && pair.client.writable) pair.client.write(part);
  };

  const ask = (pair: Pair, chunk: Buffer) => {
    if (pair.answersLeft === 0) return;
    if (breaking?.text.test(chunk.toString('latin1')) !== true) {
      if (pair.server.writable) pair.server.write(chunk);
      return;
    }
    const { how } = breaking;
    breaking = undefined;
    if (how === 'lost') {
      reset(pair);
      return;
    }
    pair.answersLeft = 0;
    pair.server.write(chunk);
    if (how === 'answer lost')
      pair.server.once('data', () => {
        reset(pair);
      });
  };

  const accept = (client: Socket) => {
    const pair: Pair = { client, server: connect(target), answersLeft: answersOfNew };
    pairs.add(pair);
    // One after the other, as on a real wire, however long each is held up.
    let answered: Promise<void> = Promise.resolve();
    client.on('data', (chunk: Buffer) => {
      ask(pair, chunk);
    });
    pair.server.on('data', (chunk: Buffer) => {
      answered = answered.then(() => answer(pair, chunk));
    });
    for (const [one, other] of [
      [client, pair.server],
      [pair.server, client],
    ] as const) {
      one.setNoDelay(true);
      one.on('error', () => undefined);
      one.on('close', () => {
        pairs.delete(pair);
        void answered.then(() => other.end());
      });
    }
  };

  let server = createServer(accept);
  await listen(server, 0);
  const port = portOf(server);
  let isListening = true;

  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    pairs.forEach(reset);
    await closed;
    isListening = false;
  };

  return {
    port,
    async mend() {
      answersOfNew = Infinity;
      delayMs = 0;
      breaking = undefined;
      if (isListening) return;
      server = createServer(accept);
      await listen(server, port);
      isListening = true;
    },
    refuse: close,
    resetAll: () => {
      pairs.forEach(reset);
    },
    fallSilent() {
      answersOfNew = 0;
      for (const pair of pairs) pair.answersLeft = 0;
    },
    muteAfter(bytes) {
      answersOfNew = bytes;
      for (const pair of pairs) pair.answersLeft = bytes;
    },
    slowDown(ms) {
      delayMs = ms;
    },
    breakNext(text, how) {
      breaking = { text, how };
    },
    connections: () => pairs.size,
    async stop() {
      if (isListening) await close();
    },
  };
};
