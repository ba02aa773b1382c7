import { keyEndpoints, settingsEndpoints } from '../../contracts';
import { answerOf, refusalOf } from '../support/admin-api';
import { bearer, makeKeyWith, send, serviceOf } from '../support/consumers';
import { captureLog } from '../support/log-capture';
import { type Playground, startPlayground } from '../support/playground';

const PUBLIC_URL = 'https://cms.example.com';

const health = async ({ admin }: Playground) =>
  (await answerOf(admin, settingsEndpoints.mail)).data;
const mailFails = async ({ admin }: Playground) =>
  (await answerOf(admin, keyEndpoints.policy)).data.mailFails;

/** A key that is due for a notice, and a run of every job. */
const runJobs = async ({ strapi, admin }: Playground) => {
  const expiresAt = new Date(Date.now() + 6 * 86_400_000).toISOString();
  await answerOf(admin, keyEndpoints.create, { body: { name: 'ending', expiresAt } }, 201);
  await strapi.db
    .connection('api_access_credentials')
    .update({ issued_at: Date.now() - 100 * 86_400_000 });
  await serviceOf(strapi, 'notices').run();
  await serviceOf(strapi, 'alerts').run();
  await serviceOf(strapi, 'retention').run();
};

describe('an app that has set nothing for mails', () => {
  it('boots, and is told what it has to set', async () => {
    const playground = await startPlayground();
    try {
      expect(await health(playground)).toMatchObject({
        provider: 'sendmail',
        problem: expect.stringMatching(/this machine alone.*Set url in config\/server/) as string,
      });
    } finally {
      await playground.stop();
    }
  });
});

// Strapi’s own email plugin cannot be turned off; what it brings can be missing.
describe('an app whose email plugin has no provider', () => {
  let playground: Playground;

  beforeAll(async () => {
    playground = await startPlayground({ env: { PUBLIC_URL } });
    Object.assign(playground.strapi.plugin('email'), { provider: undefined });
  });

  afterAll(() => playground.stop());

  it('has keys that work', async () => {
    const { strapi, url } = playground;
    const { token } = await makeKeyWith(strapi);
    expect((await send(`${url}/api/articles`, bearer(token))).status).toBe(200);
  });

  it('says in Rules & notices what is missing, and over the list that no notice arrives', async () => {
    expect(await health(playground)).toMatchObject({
      provider: null,
      problem: expect.stringMatching(/email plugin is not there.*config\/plugins/) as string,
    });
    expect(await mailFails(playground)).toBe(true);
    const body = { to: 'ops@example.com' };
    const refusal = await refusalOf(playground.admin, settingsEndpoints.testMail, { body });
    expect(refusal).toMatchObject({ status: 502, code: 'mail_failed' });
  });

  it('runs its jobs, and keeps the mails for later', async () => {
    await runJobs(playground);

    expect((await health(playground)).waiting).toBeGreaterThan(0);
  });
});

describe('an app with an email provider that throws whatever it is given', () => {
  let playground: Playground;

  beforeAll(async () => {
    playground = await startPlayground({ env: { PUBLIC_URL } });
    Object.assign(playground.strapi.plugin('email'), {
      provider: {
        send: () => {
          throw new TypeError('Cannot read properties of undefined (reading "apiKey")');
        },
      },
    });
  });

  afterAll(() => playground.stop());

  it('says nothing before the first mail, and then what the provider said', async () => {
    expect(await health(playground)).toMatchObject({ problem: null, isFailing: false });
    expect(await mailFails(playground)).toBe(false);
    await runJobs(playground);

    expect(await health(playground)).toMatchObject({
      isFailing: true,
      lastError: expect.stringContaining('apiKey') as string,
    });
    expect(await mailFails(playground)).toBe(true);
    expect((await health(playground)).waiting).toBeGreaterThan(0);
  });
});

describe('an app whose email provider cannot be loaded', () => {
  const start = (withoutApiAccess: boolean) =>
    startPlayground({ withoutApiAccess, env: { PLAYGROUND_EMAIL_PROVIDER: 'no-such-provider' } });

  it.each([true, false])(
    'is stopped by Strapi, with the same words (without us: %s)',
    async (without) => {
      const log = captureLog();
      await expect(start(without)).rejects.toThrow(
        'Could not load email provider "no-such-provider"',
      );
      expect(log.text()).not.toContain('api-access');
      log.stop();
    },
  );
});
