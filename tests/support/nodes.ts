/** Several Strapis on one database, as they stand behind a load balancer. */
import { type FreshDatabase } from './database-servers';
import { type PlaygroundOptions } from './playground-env';
import { type PlaygroundProcess, startPlaygroundProcess } from './playground-process';
import { type RemoteAdmin, remoteAdmin } from './remote-admin';

export interface Node extends PlaygroundProcess {
  /** The first admin there, a Super Admin. */
  admin: RemoteAdmin;
}

export type ThreeNodes = readonly [Node, Node, Node];

export const startThreeNodes = async (
  database: FreshDatabase,
  options: PlaygroundOptions = {},
): Promise<ThreeNodes> => {
  const started: PlaygroundProcess[] = [];
  const start = async (): Promise<Node> => {
    const process = await startPlaygroundProcess({ ...options, database });
    started.push(process);
    return { ...process, admin: await remoteAdmin(process.url) };
  };
  try {
    // The first makes the tables, and its admin.
    const first = await start();
    return [first, await start(), await start()];
  } catch (error) {
    for (const process of started) await process.stop();
    throw error;
  }
};
