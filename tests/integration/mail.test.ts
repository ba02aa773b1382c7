import { settingsEndpoints } from '../../contracts';
import { answerOf, refusalOf } from '../support/admin-api';
import { createAdminWith } from '../support/admins';
import { type MailServer, startMailServer } from '../support/mail-server';
import { type Playground, startPlayground } from '../support/playground';

const ACCOUNT = { user: 'relay-account', password: 'relay-secret-word' };

let mailServer: MailServer;
let playground: Playground;

beforeAll(async () => {
  mailServer = await startMailServer({ account: ACCOUNT });
  playground = await startPlayground({
    env: { ...mailServer.env, PUBLIC_URL: 'https://cms.example.com' },
  });
});

afterAll(async () => {
  await playground.stop();
  await mailServer.stop();
});

const health = async () => (await answerOf(playground.admin, settingsEndpoints.mail)).data;

const tester = async (name: string) =>
  (await createAdminWith(playground, { name, actions: ['plugin::api-access.settings'] })).agent;

describe('mails', () => {
  it('are fine before the first was sent', async () => {
    expect(await health()).toEqual({
      problem: null,
      provider: 'nodemailer',
      lastSentAt: null,
      lastFailedAt: null,
      lastError: null,
      isFailing: false,
      lastRunAt: null,
      lastRunSent: null,
      lastRunFailed: null,
      waiting: 0,
    });
  });

  it('reach the mail server, in text and in HTML', async () => {
    const body = { to: 'ops@example.com' };
    const { data } = await answerOf(playground.admin, settingsEndpoints.testMail, { body });

    expect(data).toMatchObject({ isFailing: false, lastSentAt: expect.any(String) as string });
    const [mail] = mailServer.mails;
    expect(mail).toMatchObject({
      subject: 'API Access: test mail',
      to: [{ address: 'ops@example.com' }],
      from: { address: 'no-reply@example.com' },
    });
    expect(mail?.text).toMatch(/test mail of API Access/);
    expect(mail?.html).toMatch(/<p>This is a test mail/);
  });

  it('that are refused tell what the mail server said, without addresses and credentials', async () => {
    const agent = await tester('Fiona');
    mailServer.refuseWith(
      `550 5.1.1 <gone@example.com>: no such user for ${ACCOUNT.user} with ${ACCOUNT.password}`,
    );
    const refusal = await refusalOf(agent, settingsEndpoints.testMail, {
      body: { to: 'gone@example.com' },
    });

    expect(refusal).toMatchObject({ status: 502, code: 'mail_failed' });
    expect(refusal.messages[0]).toMatch(/550 5\.1\.1 .*no such user/);
    const stored = JSON.stringify(
      await playground.strapi.db.connection('api_access_states').select('*'),
    );
    for (const text of [...refusal.messages, stored, JSON.stringify(await health())]) {
      expect(text).not.toMatch(/gone@|relay-account|relay-secret-word/);
    }
    expect(await health()).toMatchObject({ isFailing: true });
    mailServer.refuseWith(null);
    const { data } = await answerOf(agent, settingsEndpoints.testMail, {
      body: { to: 'ops@example.com' },
    });
    expect(data).toMatchObject({ isFailing: false, lastFailedAt: expect.any(String) as string });
  });

  it('to one address that the mail server does not know do not say that mails fail', async () => {
    const agent = await tester('Typist');
    mailServer.refuseRecipient('opps@example.com');
    const call = { body: { to: 'opps@example.com' } };
    const refusal = await refusalOf(agent, settingsEndpoints.testMail, call);
    mailServer.refuseRecipient(null);

    expect(refusal.messages[0]).toMatch(/550 5\.1\.1 .*No such user/);
    expect(await health()).toMatchObject({
      isFailing: false,
      lastError: expect.stringContaining('No such user') as string,
    });
  });

  it('are tested five times a minute by one person', async () => {
    const agent = await tester('Hasty');
    const call = { body: { to: 'ops@example.com' } };
    for (let n = 0; n < 5; n += 1) await answerOf(agent, settingsEndpoints.testMail, call);
    const before = mailServer.mails.length;

    expect(await refusalOf(agent, settingsEndpoints.testMail, call)).toMatchObject({
      status: 429,
      code: 'too_many_mails',
    });
    expect(mailServer.mails).toHaveLength(before);
  });

  it('cannot hold links where the admin panel is known by a local address alone', async () => {
    playground.strapi.config.set('admin.absoluteUrl', 'http://localhost:1337/admin');
    expect((await health()).problem).toMatch(/this machine alone.*Set url in config\/server/);
    playground.strapi.config.set('admin.absoluteUrl', undefined);
    expect((await health()).problem).toMatch(/is not known/);
  });
});
