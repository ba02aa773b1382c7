import { type Knex } from 'knex';

import { administer, connectTo, environmentOn } from './database-connection';
import { type WantedDatabase } from './database-templates';

interface Table {
  name: string;
  isEmpty: boolean;
}

/** What mysql2 answers: the rows, and what they are made of. */
type Answer<Row> = readonly [Row[], unknown];

const tablesOf = async (server: Knex, database: string): Promise<Table[]> => {
  const [rows] = await server.raw<Answer<{ name: string }>>(
    'select table_name as name from information_schema.tables where table_schema = ?',
    [database],
  );
  const tables: Table[] = [];
  for (const { name } of rows) {
    const [found] = await server.raw<Answer<object>>('select 1 from ??.?? limit 1', [
      database,
      name,
    ]);
    tables.push({ name, isEmpty: found.length === 0 });
  }
  return tables;
};

/** MariaDB cannot copy a database: its tables are made anew by what it says made them. */
const copy = (from: string, to: string) =>
  administer('mysql', async (server) => {
    const connection = await server.transaction();
    await connection.raw('use ??', [to]);
    await connection.raw('set foreign_key_checks = 0');
    for (const { name, isEmpty } of await tablesOf(connection, from)) {
      const [[made]] = await connection.raw<Answer<Record<string, string>>>(
        'show create table ??.??',
        [from, name],
      );
      await connection.raw((made?.['Create Table'] ?? '').replaceAll('?', '\\?'));
      if (!isEmpty) {
        await connection.raw('insert into ?? select * from ??.??', [name, from, name]);
      }
    }
    await connection.commit();
  });

export const onMysql = async ({ database, template }: WantedDatabase) => {
  await administer('mysql', async (server) => {
    await server.raw(`create database ${database} character set utf8mb4`);
  });
  if (template !== undefined) await copy(template, database);
  return {
    env: environmentOn('mysql', database),
    connect: () => connectTo('mysql', database),
    drop: () =>
      administer('mysql', async (server) => {
        await server.raw(`drop database if exists ${database}`);
      }),
  };
};
