/** Load on three nodes while keys, API roles and people are changed, until there were enough changes. */
import { setTimeout as sleep } from 'node:timers/promises';

import { ARTICLE_FIND, CATEGORY_FIND } from './consumers';
import { type ChangingNodes } from './changing-nodes';
import { type ChangeCounts, keyChanges, measured } from './key-changes';
import { type Judgement, judgedRequests, type ModelKey } from './judged-requests';
import { type ModelRole, QUESTIONS } from './key-model';

export interface ChangeLoad {
  readonly counts: ChangeCounts;
  readonly judgement: Judgement;
  readonly seconds: number;
}

/** Each changes keys of its own, one after the other; those that are to end together apart. */
const CHANGERS = 6;
const ASKERS_OF_A_NODE = 1;
/** Keys that are asked at random, those that were taken up last; whatever ended among them too. */
const ASKED_KEYS = 120;
const BULK = 6;
/** Each so-many-th key comes to be meanwhile, and is not taken from those that were made ready. */
const NEW_EACH = 12;
const PERMISSIONS = [[], [ARTICLE_FIND], [CATEGORY_FIND], [ARTICLE_FIND, CATEGORY_FIND]] as const;
/** How far ahead an expiry lies: further on a busy server, which takes none that has passed. */
const EXPIRY_MS = 1000;
const CHANGES_AHEAD = 4;
/** Around an expiry, requests follow each other without a pause. */
const CLOSE_MS = 30;

const chance = (share: number) => Math.random() < share;
const anyOf = <T>(list: readonly T[]): T => {
  const found = list[Math.floor(Math.random() * list.length)];
  if (found === undefined) throw new Error('There is nothing to choose from.');
  return found;
};

/** @param enough - How many revocations, regenerations and role changes. */
export const runChangeLoad = async (app: ChangingNodes, enough: number): Promise<ChangeLoad> => {
  const requests = judgedRequests(app.urls, [app.steady, ...app.roles]);
  const { judgement } = requests;
  const changes = keyChanges(app);
  const nodes = app.urls.map((_, node) => node);
  const own = app.people.flatMap(({ tokens }) => tokens);
  const asked: ModelKey[] = [];
  const expiries: Promise<void>[] = [];
  const isDone = () => measured(changes.counts) >= enough;
  const tray: ModelKey[] = [];
  let trays = 0;
  let slowestMs = 0;
  let isOver = false;

  const takeUp = (key: ModelKey) => {
    asked.push(key);
    if (asked.length > ASKED_KEYS) asked.shift();
    return key;
  };

  /** At all nodes at once: with what holds now, and with what did before. */
  const askEverywhere = async (
    key: ModelKey,
    tokens: readonly string[] = [key.token, ...key.dead.slice(0, 1)],
  ) => {
    await Promise.all(
      nodes.flatMap((node) =>
        tokens.map((token) => requests.ask({ node, key, token, question: anyOf(QUESTIONS) })),
      ),
    );
  };

  /**
   * Asks one node while the change runs, at times without a pause, so that it has just seen what was;
   * and all of them as soon as the change has answered.
   */
  const changing = async (keys: readonly ModelKey[], change: () => Promise<void>) => {
    let isAnswered = false;
    const node = anyOf(nodes);
    const keepAskingOne = async (key: ModelKey) => {
      const { token } = key;
      const isPatient = !chance(0.3);
      do await requests.ask({ node, key, token, question: anyOf(QUESTIONS) });
      while (!isAnswered && !isPatient);
    };
    const meanwhile = keys.slice(0, 1).map(keepAskingOne);
    const since = performance.now();
    try {
      await change();
    } finally {
      isAnswered = true;
    }
    slowestMs = Math.max(slowestMs, performance.now() - since);
    await Promise.all([...meanwhile, ...keys.map((key) => askEverywhere(key))]);
  };

  /** Brings the expiry forward, asks while it passes, and makes some of them work again. */
  const passExpiry = async (key: ModelKey) => {
    const at = Math.ceil(Date.now() + EXPIRY_MS + CHANGES_AHEAD * slowestMs);
    await changing([key], () => changes.expire(key, at));
    const pass = async () => {
      await sleep(at - CLOSE_MS - Date.now());
      while (Date.now() < at + CLOSE_MS) await askEverywhere(key, [key.token]);
      if (chance(0.5)) await changing([key], () => changes.regenerate(key));
    };
    expiries.push(pass());
  };

  /** Ends many at once as soon as there are enough: revoked, and each third time deleted. */
  const endWithOthers = async (key: ModelKey) => {
    tray.push(key);
    if (tray.length < BULK) return;
    const keys = tray.splice(0);
    trays += 1;
    const isRevocation = trays % 3 !== 2;
    await changing(keys, () =>
      isRevocation ? changes.revokeMany(keys) : changes.deleteMany(keys),
    );
  };

  const endOne = async (key: ModelKey) => {
    if (chance(0.2)) return passExpiry(key);
    if (chance(0.8)) await changing([key], () => changes.revoke(key));
    if (chance(0.2)) await changing([key], () => changes.delete(key));
  };

  const changeKeys = async (name: string) => {
    for (let made = 0; !isDone(); made += 1) {
      const isNew = made % NEW_EACH === 0;
      const key = takeUp(
        isNew ? await changes.create(anyOf(app.roles), `${name}-${made}`) : await app.takeKey(),
      );
      if (isNew) await askEverywhere(key);
      for (let steps = Math.ceil(Math.random() * 4); steps > 0 && !isDone(); steps -= 1) {
        const roles = new Set([anyOf(app.roles), anyOf(app.roles)]);
        if (chance(0.5)) await changing([key], () => changes.regenerate(key));
        else await changing([key], () => changes.swapRoles(key, [...roles]));
      }
      await (chance(0.3) ? endWithOthers(key) : endOne(key));
    }
  };

  const changeRole = async (role: ModelRole, follower: ModelKey) => {
    const others = PERMISSIONS.filter((each) => each !== role.permissions.latest);
    await changing([follower], () => changes.changeRole(role, anyOf(others)));
  };

  const changeRoles = async () => {
    for (let at = 0; !isDone(); at += 1) {
      for (const [role, follower] of app.followers) await changeRole(role, follower);
      const person = app.people[at % app.people.length];
      if (person !== undefined) await changing(person.tokens, () => changes.toggle(person));
    }
  };

  const keepAsking = async (node: number) => {
    const fixed = [...app.untouched, ...app.followers.map(([, key]) => key), ...own];
    while (!isOver) {
      const key = asked.length === 0 || chance(0.4) ? anyOf(fixed) : anyOf(asked);
      const token = chance(0.25) ? anyOf([key.token, ...key.dead]) : key.token;
      await requests.ask({ node, key, token, question: anyOf(QUESTIONS) });
    }
  };

  const begun = performance.now();
  const asking = nodes.flatMap((node) =>
    Array.from({ length: ASKERS_OF_A_NODE }, () => keepAsking(node)),
  );
  const changers = Array.from({ length: CHANGERS }, (_, at) => changeKeys(`new-${at}`));
  try {
    await Promise.all([...changers, changeRoles()]);
    await Promise.all(expiries);
  } finally {
    isOver = true;
    await Promise.all(asking);
    requests.close();
  }
  const seconds = (performance.now() - begun) / 1000;
  return { counts: changes.counts, judgement, seconds };
};
