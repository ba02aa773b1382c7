/** Requests that run while what they are judged by is changed again and again. */
import { EventEmitter, once } from 'node:events';

export interface Probe<World> {
  name: string;
  /** Asks one of the nodes, and tells what it answered. */
  see: (node: number) => Promise<string>;
  /** What has to be seen in a world. */
  expected: (world: World) => string;
}

export interface RaceOptions<World> {
  worlds: readonly World[];
  /** Changes to a world; it holds as soon as this has ended. */
  enter: (world: World) => Promise<void>;
  changes: number;
  probes: readonly Probe<World>[];
  /** Nodes that are asked without a pause, one probe after the other. */
  nodes: readonly number[];
}

interface Change<World> {
  world: World;
  begun: number;
  /** Not yet answered: Infinity. */
  answered: number;
}

interface Seen<World> {
  probe: Probe<World>;
  node: number;
  begun: number;
  ended: number;
  what: string;
}

export interface RaceResult {
  /** Whatever was seen that no world which could hold meanwhile explains. */
  wrong: string[];
  /** How many requests could only be judged by one world, and how many met a change. */
  settled: number;
  inFlight: number;
}

/** A world may hold from the moment that it is asked for until the next one has answered. */
const possible = <World>(changes: readonly Change<World>[], { begun, ended }: Seen<World>) =>
  changes.filter(
    (change, at) => change.begun <= ended && (changes[at + 1]?.answered ?? Infinity) > begun,
  );

/** Runs all of that, and judges each request by the worlds that could hold while it ran. */
export const race = async <World>({
  worlds,
  enter,
  changes: count,
  probes,
  nodes,
}: RaceOptions<World>): Promise<RaceResult> => {
  const changes: Change<World>[] = [];
  const seen: Seen<World>[] = [];
  const answered = new EventEmitter();
  let isOver = false;

  const change = async (at: number) => {
    const world = worlds[at % worlds.length];
    if (world === undefined) throw new Error('There is no world to change to.');
    const current = { world, begun: performance.now(), answered: Infinity };
    changes.push(current);
    await enter(world);
    current.answered = performance.now();
  };

  /** Begins at a probe of its own, so that all are asked at each moment. */
  const ask = async (node: number, first: number) => {
    for (let at = first; !isOver; at += 1) {
      const probe = probes[at % probes.length];
      if (probe === undefined) throw new Error('There is nothing to ask.');
      const begun = performance.now();
      const what = await probe.see(node);
      seen.push({ probe, node, begun, ended: performance.now(), what });
      answered.emit('answer');
    }
  };

  /** Until each node has answered a request that could be judged by nothing but what holds now. */
  const settle = async () => {
    const since = performance.now();
    const isSettled = (node: number) =>
      seen.some((each) => each.node === node && each.begun >= since);
    while (!nodes.every(isSettled)) await once(answered, 'answer');
  };

  await change(0);
  const asking = Promise.all(
    nodes.flatMap((node, at) => [ask(node, at), ask(node, at + Math.ceil(probes.length / 2))]),
  );
  const changing = async () => {
    for (let at = 1; at < count; at += 1) {
      await settle();
      await change(at);
    }
    await settle();
    isOver = true;
  };
  await Promise.all([asking, changing()]);

  const judged = seen.map((each) => {
    const allowed = new Set(possible(changes, each).map(({ world }) => each.probe.expected(world)));
    return { ...each, allowed };
  });
  return {
    wrong: judged
      .filter(({ allowed, what }) => !allowed.has(what))
      .map(({ probe, node, what }) => `${probe.name} at node ${node}: ${what}`),
    settled: judged.filter(({ allowed }) => allowed.size === 1).length,
    inFlight: judged.filter(({ allowed }) => allowed.size > 1).length,
  };
};
