import { keyEndpoints, settingsEndpoints } from '../../contracts';
import { answerOf } from '../support/admin-api';
import { type NoticedPlayground, startNoticed } from '../support/notices';

interface Urls {
  what: string;
  env: Record<string, string>;
  panel: string;
}

const URLS: Urls[] = [
  {
    what: 'on a path of its own',
    env: { PUBLIC_URL: 'https://cms.example.com', PLAYGROUND_ADMIN_URL: '/manage' },
    panel: 'https://cms.example.com/manage',
  },
  {
    what: 'on a host of its own',
    env: {
      PUBLIC_URL: 'https://api.example.com',
      PLAYGROUND_ADMIN_URL: 'https://admin.example.com/panel/',
    },
    panel: 'https://admin.example.com/panel',
  },
  {
    what: 'below a path of a proxy',
    env: { PUBLIC_URL: 'https://example.com/cms' },
    panel: 'https://example.com/cms/admin',
  },
  {
    what: 'at the root of its host',
    env: { PUBLIC_URL: 'https://api.example.com', PLAYGROUND_ADMIN_URL: 'https://cms.example.com' },
    panel: 'https://cms.example.com',
  },
];

describe.each(URLS)('with the admin panel $what', ({ env, panel }) => {
  let playground: NoticedPlayground;

  beforeAll(async () => {
    playground = await startNoticed({ env });
    await playground.setNotices({ isOn: true, recipients: ['ops@example.com'] });
  });

  afterAll(() => playground.stop());

  it('mails lead to the page of the key', async () => {
    const { admin, mailServer } = playground;
    expect((await answerOf(admin, settingsEndpoints.mail)).data.problem).toBeNull();
    playground.setTime('2026-01-01T10:00:00Z');
    const body = { name: 'ending', expiresAt: '2026-06-15T15:30:00Z' };
    const { data } = await answerOf(admin, keyEndpoints.create, { body }, 201);
    playground.setTime('2026-06-08T08:00:00Z');
    await playground.run();

    const mail = mailServer.mails.find(({ to }) => to?.[0]?.address === 'ops@example.com');
    const page = `${panel}/settings/api-access/${data.id}`;
    expect(mail?.text).toContain(page);
    expect(mail?.html).toContain(`href="${page}"`);
    for (const link of mail?.html?.match(/href="[^"]*/g) ?? []) {
      expect(link.startsWith(`href="${panel}/settings/`)).toBe(true);
    }
  });
});
