/** Notices that fall due while nodes in processes of their own send them. */
import { keyEndpoints } from '../../contracts';
import { answerOf } from './admin-api';
import { type MailServer } from './mail-server';
import { startNoticed, type NoticedPlayground } from './notices';
import { type PlaygroundOptions } from './playground-env';

const DAY_MS = 86_400_000;
const daysFromNow = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

const create = async (playground: NoticedPlayground, name: string, expiresAt: string) => {
  const body = { name, expiresAt };
  await answerOf(playground.admin, keyEndpoints.create, { body }, 201);
};

/** Keys of a hundred days ago, of which a notice is due by every node's own clock. */
export const prepareDueNotices = async (
  options: PlaygroundOptions,
  mailServer: MailServer,
  names: readonly string[],
  recipients: string[] = [],
) => {
  const playground = await startNoticed(options, mailServer);
  await playground.setNotices({ recipients });
  playground.setTime(daysFromNow(-100));
  for (const name of names) await create(playground, name, daysFromNow(5));
  await playground.stop();
};

/** What a node in a process of its own needs to send its mails to the mail server of the test. */
export const sendingTo = (
  options: PlaygroundOptions,
  mailServer: MailServer,
): PlaygroundOptions => ({
  ...options,
  env: { ...mailServer.env, PUBLIC_URL: 'https://cms.example.com', ...options.env },
});
