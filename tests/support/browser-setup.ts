/** Starts the built playground once for all browser tests, and makes its first admin. */
import { FIRST_ADMIN } from './accounts';
import { startPlaygroundProcess } from './playground-process';

const registerFirstAdmin = async (url: string) => {
  const response = await fetch(`${url}/admin/register-admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(FIRST_ADMIN),
  });
  if (!response.ok) throw new Error(`The first admin could not register: ${response.status}`);
};

export default async function setUp(): Promise<() => Promise<void>> {
  const playground = await startPlaygroundProcess();
  await registerFirstAdmin(playground.url);
  process.env.PLAYGROUND_URL = playground.url;
  process.env.PLAYGROUND_DATABASE_FILE = playground.databaseFile;
  return playground.stop;
}
