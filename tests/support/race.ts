/** Requests that run while what they are judged by is changed again and again. */
import { EventEmitter, once } from 'node:events';

import { timelineOf } from './timeline';

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

export interface RaceResult {
  /** Whatever was seen that no world which could hold meanwhile explains. */
  wrong: string[];
  /** How many requests could only be judged by one world, and how many met a change. */
  settled: number;
  inFlight: number;
}

/** Runs all of that, and judges each request by the worlds that could hold while it ran. */
export const race = async <World>({
  worlds,
  enter,
  changes,
  probes,
  nodes,
}: RaceOptions<World>): Promise<RaceResult> => {
  const result: RaceResult = { wrong: [], settled: 0, inFlight: 0 };
  const answered = new EventEmitter();
  /** When the latest request began that each node has answered. */
  const begun = new Map<number, number>();
  let isOver = false;

  const worldAt = (at: number): World => {
    const world = worlds[at % worlds.length];
    if (world === undefined) throw new Error('There is no world to change to.');
    return world;
  };
  const first = worldAt(0);
  await enter(first);
  const timeline = timelineOf(first);

  const change = (at: number) => {
    const world = worldAt(at);
    return timeline.change(world, () => enter(world));
  };

  /** Begins at a probe of its own, so that all are asked at each moment. */
  const ask = async (node: number, from: number) => {
    for (let at = from; !isOver; at += 1) {
      const probe = probes[at % probes.length];
      if (probe === undefined) throw new Error('There is nothing to ask.');
      const since = performance.now();
      const end = timeline.watch();
      const what = await probe.see(node);
      const allowed = new Set(end().map((world) => probe.expected(world)));
      if (!allowed.has(what)) result.wrong.push(`${probe.name} at node ${node}: ${what}`);
      result[allowed.size === 1 ? 'settled' : 'inFlight'] += 1;
      begun.set(node, Math.max(since, begun.get(node) ?? 0));
      answered.emit('answer');
    }
  };

  /** Until each node has answered a request that could be judged by nothing but what holds now. */
  const settle = async () => {
    const since = performance.now();
    const isSettled = (node: number) => (begun.get(node) ?? 0) >= since;
    while (!nodes.every(isSettled)) await once(answered, 'answer');
  };

  const asking = Promise.all(
    nodes.flatMap((node, at) => [ask(node, at), ask(node, at + Math.ceil(probes.length / 2))]),
  );
  const changing = async () => {
    for (let at = 1; at < changes; at += 1) {
      await settle();
      await change(at);
    }
    await settle();
    isOver = true;
  };
  await Promise.all([asking, changing()]);
  return result;
};
