import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import fc from 'fast-check';

import { type IssuedKey, type Role } from '../../contracts';
import { ARTICLE_FIND, bearer, forged, send, unknown } from '../support/consumers';
import {
  type FuzzedRequest,
  fuzzedRequest,
  holdsToken,
  isSendable,
  mayBeGranted,
  type Seeds,
} from '../support/header-fuzz';
import { type PlaygroundProcess, startPlaygroundProcess } from '../support/playground-process';
import { requestBytes, type RawTarget, sendPipelined, sendRaw } from '../support/raw-http';
import { type RemoteAdmin, remoteAdmin } from '../support/remote-admin';

/** All 100,000 with FUZZ_VALUES=100000; FUZZ_SEED repeats a run. */
const VALUES = Number(process.env.FUZZ_VALUES ?? 12_000);
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
/** Values of one draw of fast-check; each has a seed of its own. */
const DRAW = 2_000;
const CONNECTIONS = 8;
const RAW_CONNECTIONS = 16;
/** Caches of a server fill while it is new; what comes afterwards has to be nothing at all. */
const WARM_UP = 3_000;
const GROWTH_BYTES = 6_000_000;
/** Behind Strapi's own chain, which looks at what is not ours, and mostly behind the policy alone. */
const PATHS = [
  '/api/guarded/open-door',
  '/api/articles?pagination[pageSize]=1',
  '/api/guarded/open-door',
  '/api/guarded/open-door',
] as const;

jest.setTimeout(60_000 + VALUES * 12);

let server: PlaygroundProcess;
let port: number;
let seeds: Seeds;
let linesAtFirst = 0;

const makeKey = async (admin: RemoteAdmin, name: string, roles: string[]): Promise<IssuedKey> => {
  const body = { name, expiresAt: null, roles };
  const answer = await admin('/keys', 'POST', body);
  if (answer.status !== 201) throw new Error(`No key was made: ${JSON.stringify(answer.body)}`);
  return answer.body as IssuedKey;
};

const makeSeeds = async (): Promise<Seeds> => {
  const admin = await remoteAdmin(server.url);
  const role = { name: 'Reads articles', kind: 'custom', permissions: [ARTICLE_FIND] };
  const { id } = ((await admin('/roles', 'POST', role)).body as { data: Role }).data;
  const [one, two, revoked] = [
    await makeKey(admin, 'Fuzzed one', [id]),
    await makeKey(admin, 'Fuzzed two', [id]),
    await makeKey(admin, 'Fuzzed and revoked', [id]),
  ];
  const { revision } = revoked.data;
  await admin(`/keys/${revoked.data.id}/revoke`, 'POST', { revision });
  return {
    valid: [one.token, two.token],
    others: [revoked.token, forged(one.token), unknown(one.token)],
  };
};

beforeAll(async () => {
  server = await startPlaygroundProcess({
    env: {
      LOG_LEVEL: 'warn',
      NODE_OPTIONS: `--require ${path.join(__dirname, '../support/memory-probe.cjs')}`,
    },
  });
  port = Number(new URL(server.url).port);
  seeds = await makeSeeds();
  linesAtFirst = server.output().length;
});

afterAll(async () => {
  await server.stop();
});

const heapInUse = async (): Promise<number> => {
  const readings = () => [...server.output().matchAll(/^heap-in-use (\d+)$/gm)];
  const before = readings().length;
  process.kill(server.pid, 'SIGUSR2');
  const end = Date.now() + 20_000;
  while (readings().length === before) {
    if (Date.now() > end) throw new Error('The server says nothing of its memory.');
    await sleep(50);
  }
  return Number(readings().at(-1)?.[1]);
};

interface Found {
  readonly seed: number;
  readonly statuses: readonly number[];
  /** Base64, so that a terminal shows every byte. */
  readonly request: string;
}

const isWrong = (statuses: readonly number[], mayGrant: boolean): boolean =>
  statuses.some((status) => status >= 500 || (status < 300 && !mayGrant));

const share = <T>(all: readonly T[], parts: number): T[][] =>
  Array.from({ length: parts }, (_, at) => all.filter((_one, index) => index % parts === at));

/** How often each status was answered, for a run that is to be reported. */
const counts: Record<string, number> = {};
const count = (statuses: readonly number[]) => {
  const name = statuses.length === 0 ? 'closed without an answer' : statuses.join('+');
  counts[name] = (counts[name] ?? 0) + 1;
};

const judge = (request: Buffer, statuses: readonly number[], mayGrant: boolean, seed: number) => {
  count(statuses);
  return isWrong(statuses, mayGrant)
    ? [{ seed, statuses, request: request.toString('base64') }]
    : [];
};

const sendWellFormed = async (
  target: RawTarget,
  requests: readonly FuzzedRequest[],
  seed: number,
): Promise<Found[]> => {
  const found = await Promise.all(
    share(requests, CONNECTIONS).map(async (part) => {
      if (part.length === 0) return [];
      const bytes = part.map(({ lines }) => requestBytes(target, lines));
      const statuses = await sendPipelined(target, bytes);
      return part.flatMap((request, at) => {
        const [sent, status] = [bytes[at], statuses[at]];
        if (sent === undefined || status === undefined) throw new Error('An answer is missing.');
        return judge(sent, [status], mayBeGranted(request, seeds), seed);
      });
    }),
  );
  return found.flat();
};

/** Each over a connection of its own, which the server may close. */
const sendMalformed = async (
  target: RawTarget,
  requests: readonly Buffer[],
  seed: number,
): Promise<Found[]> => {
  const found = await Promise.all(
    share(requests, RAW_CONNECTIONS).map(async (part) => {
      const wrong: Found[] = [];
      for (const bytes of part) {
        const statuses = await sendRaw(target, bytes);
        wrong.push(...judge(bytes, statuses, holdsToken(bytes, seeds), seed));
      }
      return wrong;
    }),
  );
  return found.flat();
};

/** What no parser was made for: chance, and requests with chance in the middle of them. */
const randomBytes = (target: RawTarget) =>
  fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
    fc
      .tuple(fc.constantFrom('Authorization', 'X-Api-Key'), fc.uint8Array({ maxLength: 300 }))
      .map(([name, value]) =>
        requestBytes(target, [[name, Buffer.from(value).toString('latin1')]]),
      ),
  );

const drawAndSend = async (seed: number, size: number): Promise<Found[]> => {
  const target = { port, path: PATHS[Math.floor(seed / DRAW) % PATHS.length] ?? PATHS[0] };
  const drawn = fc.sample(fuzzedRequest(seeds), { seed, numRuns: Math.ceil(size * 0.95) });
  const raw = fc.sample(randomBytes(target), { seed, numRuns: size - drawn.length });
  const malformed = drawn
    .filter((request) => !isSendable(request))
    .map(({ lines }) => requestBytes(target, lines));
  return [
    ...(await sendWellFormed(target, drawn.filter(isSendable), seed)),
    ...(await sendMalformed(target, [...malformed, ...raw], seed)),
  ];
};

it(`${VALUES} headers from seed ${SEED} grant nothing, break nothing and leave nothing behind`, async () => {
  let heap = 0;
  for (let done = 0; done < VALUES; done += DRAW) {
    expect(await drawAndSend(SEED + done, Math.min(DRAW, VALUES - done))).toEqual([]);
    if (heap === 0 && done + DRAW >= WARM_UP) heap = await heapInUse();
  }
  const growth = (await heapInUse()) - heap;
  const logged = server
    .output()
    .slice(linesAtFirst)
    .replace(/^heap-in-use \d+\n/gm, '');
  if (process.env.FUZZ_REPORT === 'true')
    process.stdout.write(`${JSON.stringify({ counts, heap, growth })}\n`);

  expect(logged).toBe('');
  expect(growth).toBeLessThan(GROWTH_BYTES);
  for (const token of seeds.valid)
    for (const headers of [bearer(token), { 'x-api-key': token }])
      expect((await send(`${server.url}/api/articles`, headers)).status).toBe(200);
});
