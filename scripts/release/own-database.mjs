/** A database of PostgreSQL for one app, dropped after. */
const administer = async ({ host, port, user, password, home }, statement) => {
  // Not there before the first install.
  const { default: pg } = await import('pg');
  const client = new pg.Client({ host, port, user, password, database: home });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

export const withDatabase = async (server, name, work) => {
  await administer(server, `create database ${name}`);
  try {
    return await work();
  } finally {
    await administer(server, `drop database if exists ${name} with (force)`);
  }
};
