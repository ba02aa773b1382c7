/** Requests at several nodes, each judged when it is answered by all that could hold meanwhile. */
import { Agent } from 'node:http';

import { apiKey, bearer, send } from './consumers';
import { answersIn, type KeyState, type ModelRole, type Question, toldBy } from './key-model';
import { type Timeline } from './timeline';

/** A key under test, and what was answered to whoever holds its secret. */
export interface ModelKey {
  readonly id: string;
  readonly accessId: string;
  readonly state: Timeline<KeyState>;
  revision: number;
  /** The latest token that was told. */
  token: string;
  /** Those before it, the latest two. */
  readonly dead: string[];
  readonly counted: { allowed: number; denied: number };
}

export interface Judgement {
  requests: number;
  /** Requests that one state alone could explain, and those that met a change. */
  settled: number;
  inFlight: number;
  /** Those of the settled whose token no longer worked, or lacked what was asked for. */
  settledRefusals: number;
  /** The first of what no state explains. */
  wrong: string[];
  wrongCount: number;
}

export interface Ask {
  readonly node: number;
  readonly key: ModelKey;
  readonly token: string;
  readonly question: Question;
}

const SHOWN = 20;
/** Below what a server keeps an idle connection for, so that none is used as it is being closed. */
const IDLE_MS = 2500;
const HOLDERS_REFUSAL = /^(?:403|401 (?:expired|revoked|suspended)_token)/;

const count = ({ counted }: ModelKey, told: string): void => {
  if (told.startsWith('200')) counted.allowed += 1;
  else if (HOLDERS_REFUSAL.test(told)) counted.denied += 1;
};

/** @param roles - Every API role that any of the keys may come to hold. */
export const judgedRequests = (urls: readonly string[], roles: readonly ModelRole[]) => {
  const agent = new Agent({ keepAlive: true, timeout: IDLE_MS });
  const judgement: Judgement = {
    requests: 0,
    settled: 0,
    inFlight: 0,
    settledRefusals: 0,
    wrong: [],
    wrongCount: 0,
  };

  const answerTo = async ({ node, token, question }: Ask): Promise<string> => {
    const headers = judgement.requests % 2 === 0 ? bearer(token) : apiKey(token);
    try {
      const answer = await send(`${urls[node] ?? ''}${question.path}`, headers, { agent });
      return toldBy(question, answer);
    } catch (error) {
      return `no answer: ${String(error)}`;
    }
  };

  const note = (ask: Ask, told: string, states: number, expected: ReadonlySet<string>) => {
    const isSettled = states === 1 && expected.size === 1;
    judgement[isSettled ? 'settled' : 'inFlight'] += 1;
    if (isSettled && !told.startsWith('200')) judgement.settledRefusals += 1;
    if (expected.has(told)) return;
    judgement.wrongCount += 1;
    if (judgement.wrong.length >= SHOWN) return;
    const { node, key, question } = ask;
    judgement.wrong.push(
      `${key.accessId} at node ${node}, ${question.path}: ${told} in place of ${[...expected].join(' or ')}`,
    );
  };

  return {
    judgement,

    async ask(ask: Ask): Promise<void> {
      judgement.requests += 1;
      const { key, token, question } = ask;
      const ends = new Map(roles.map((role) => [role, role.permissions.watch()]));
      const end = key.state.watch();
      const from = Date.now();
      const told = await answerTo(ask);
      const interval = { from, to: Date.now() };
      const states = end();
      const permissions = new Map([...ends].map(([role, ended]) => [role, ended()]));
      const expected = states.flatMap((state) =>
        answersIn(state, token, question, interval, (role) => permissions.get(role) ?? []),
      );
      count(key, told);
      note(ask, told, states.length, new Set(expected));
    },

    close: () => {
      agent.destroy();
    },
  };
};

export type JudgedRequests = ReturnType<typeof judgedRequests>;
