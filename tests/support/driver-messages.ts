/** What the driver of the database says, which differs from one to the next. */
import { type DatabaseName, databaseUnderTest } from './database-servers';

const MESSAGES: Record<DatabaseName, { notUnique: RegExp; noSuchTable: RegExp }> = {
  sqlite: { notUnique: /UNIQUE constraint failed/, noSuchTable: /no such table/ },
  postgres: {
    notUnique: /duplicate key value violates unique constraint/,
    noSuchTable: /relation .+ does not exist/,
  },
  mysql: { notUnique: /Duplicate entry/, noSuchTable: /Table .+ doesn't exist/ },
};

/** Of the database that the run is about. */
export const driverMessages = () => MESSAGES[databaseUnderTest() ?? 'sqlite'];
