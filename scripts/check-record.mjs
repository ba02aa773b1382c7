/** Before a release: a version that is published is on record, with the migrations that it has. */
import { runMain, UserError } from './lib/user-error.mjs';
import { packageJson } from './lib/package-json.mjs';
import { unrecordedMigrations } from './release/migrations.mjs';

await runMain(() => {
  const { version } = packageJson();
  const unrecorded = unrecordedMigrations(version);
  if (unrecorded.length > 0) {
    throw new UserError(
      `Not on record for version ${version}: ${unrecorded.join(', ')}. ` +
        'Run "npm run record-version" (with "-- --again" where it is on record otherwise), and commit what it writes.',
    );
  }
});
