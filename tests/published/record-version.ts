/** Run by `npm run record-version`: writes down what the version at hand leaves in a database. */
import { ask } from '../support/ask-node';
import { describeOn, type DatabaseName, freshDatabase } from '../support/database-servers';
import { fillEveryTable } from '../support/fill-tables';
import { dumpOwnTables } from '../support/own-tables';
import { type Playground, startPlayground } from '../support/playground';
import { packageVersion, recordDatabase, recordMigrations } from '../support/published-versions';
import { rowsOf } from '../support/stored-rows';
import { strapiTablesOf } from '../support/strapi-schema';
import { viewsOf } from '../support/version-views';

const filled = async (playground: Playground) => {
  try {
    const { admin, tokens } = await fillEveryTable(playground);
    return { admin, tokens, views: await viewsOf(playground, tokens) };
  } finally {
    await playground.stop();
  }
};

const version = packageVersion();

it(`the migrations of ${version} are on record`, () => {
  const hashes = ask(`
    import { migrationHashes } from './scripts/release/migrations.mjs';
    console.log(JSON.stringify(migrationHashes()));`);
  recordMigrations(version, hashes);
});

describe.each<DatabaseName>(['sqlite', 'postgres', 'mysql'])(`${version} is on record`, (name) => {
  describeOn(name, 'with its tables', () => {
    it('and something in each of them', async () => {
      const database = await freshDatabase(name);
      try {
        const playground = await startPlayground({ database });
        const { admin, tokens, views } = await filled(playground);
        const rows = await rowsOf(database);
        expect(Object.keys(rows).filter((table) => rows[table]?.length === 0)).toEqual([]);
        const strapiTables = await strapiTablesOf(database);
        const tables = await dumpOwnTables(database);
        recordDatabase(version, name, tables, { admin, tokens, views, strapiTables });
      } finally {
        await database.drop();
      }
    });
  });
});
