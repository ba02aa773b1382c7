import { type IssuedKey } from '../../contracts';
import { bearer, forged, makeKeyWith, refusalOf, send, serviceOf } from '../support/consumers';
import { type FreshDatabase, freshDatabase } from '../support/database-servers';
import { type Playground, startPlayground } from '../support/playground';
import { type PlaygroundOptions } from '../support/playground-env';

let database: FreshDatabase;
let playground: Playground | undefined;
let keys: IssuedKey[];

const boot = async (options: PlaygroundOptions = {}): Promise<Playground> => {
  playground = await startPlayground({ database, ...options });
  return playground;
};

const stop = async () => {
  const running = playground;
  playground = undefined;
  await running?.stop();
};

const ask = ({ url }: Playground, token: string) => send(`${url}/api/articles`, bearer(token));
const runsOf = ({ strapi }: Playground) => serviceOf(strapi, 'hashing').runs();

beforeAll(async () => {
  database = await freshDatabase();
  const { strapi } = await boot();
  keys = [await makeKeyWith(strapi), await makeKeyWith(strapi), await makeKeyWith(strapi)];
  await stop();
});

afterEach(stop);

afterAll(() => database.drop());

/** Every token works, each at the cost of one run of argon2. */
const expectOneRunEach = async (options: PlaygroundOptions) => {
  const app = await boot(options);
  for (const key of keys) {
    const answers = await Promise.all([1, 2, 3].map(() => ask(app, key.token)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await ask(app, key.token)).status).toBe(200);
  }
  expect(runsOf(app)).toBe(keys.length);
};

const expectNoRun = async (options: PlaygroundOptions) => {
  const app = await boot(options);
  for (const { token } of keys) expect((await ask(app, token)).status).toBe(200);
  expect(runsOf(app)).toBe(0);
};

const OTHER = { apiAccess: { secret: 'another secret of the server' } };
const OTHER_SALT = { env: { API_TOKEN_SALT: 'another-api-token-salt' } };

it('the same server secret needs no argon2 after a restart', () => expectNoRun({}));

it('a forgery runs no argon2 though the server secret has changed', async () => {
  const app = await boot(OTHER);
  for (const { token } of keys) {
    const answer = await ask(app, forged(token));
    expect(refusalOf(answer).details.code).toBe('invalid_token');
  }
  expect(runsOf(app)).toBe(0);
});

it('a new secret in the config costs every key one run of argon2', () => expectOneRunEach(OTHER));
it('and none after the next boot', () => expectNoRun(OTHER));
it('so does a new salt of API tokens, where the config has none', () =>
  expectOneRunEach(OTHER_SALT));
it('and none after the boot that follows', () => expectNoRun(OTHER_SALT));

it('where too many wait for argon2, the others are told to come again, and may', async () => {
  const app = await boot({ apiAccess: { maxConcurrentHashes: 1, maxQueuedHashes: 0 } });

  const answers = await Promise.all(keys.map(({ token }) => ask(app, token)));

  const busy = answers.filter(({ status }) => status === 503);
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(1);
  expect(busy.length).toBeGreaterThanOrEqual(1);
  for (const answer of busy) {
    expect(answer.headers['retry-after']).toBe('2');
    expect(answer.headers).not.toHaveProperty('www-authenticate');
    expect(refusalOf(answer).details.code).toBe('verification_busy');
  }
  for (const { token } of keys) expect((await ask(app, token)).status).toBe(200);
  expect(runsOf(app)).toBe(keys.length);
});
