import { administer, connectTo, environmentOn } from './database-connection';
import { type WantedDatabase } from './database-templates';

export const onPostgres = async ({ database, template = 'template1' }: WantedDatabase) => {
  await administer('postgres', async (server) => {
    await server.raw(`create database ${database} template ${template}`);
    // No test waits for a disk: a power cut may cost a test its database.
    await server.raw(`alter database ${database} set synchronous_commit = off`);
  });
  return {
    env: environmentOn('postgres', database),
    connect: () => connectTo('postgres', database),
    drop: () =>
      administer('postgres', async (server) => {
        await server.raw(`drop database if exists ${database} with (force)`);
      }),
  };
};
