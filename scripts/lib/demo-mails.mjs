import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parseEnv } from 'node:util';

import { PLAYGROUND, shown, TMP } from './paths.mjs';

/** Where the mails of the demo are kept, each as a file that a browser opens. */
export const MAILS = path.join(TMP, 'mails');

const ENV_FILE = path.join(PLAYGROUND, '.env');

/** Whoever names a mail server, in the environment or in `.env`, wants the mails there. */
const hasMailServer = () => {
  const ofFile = existsSync(ENV_FILE) ? parseEnv(readFileSync(ENV_FILE, 'utf8')) : {};
  return (process.env.PLAYGROUND_SMTP_PORT ?? ofFile.PLAYGROUND_SMTP_PORT ?? '') !== '';
};

const escaped = (text) => text.replace(/[&<]/g, (letter) => (letter === '&' ? '&amp;' : '&lt;'));

const pageOf = ({ html, text = '' }) =>
  html ?? `<!doctype html>\n<meta charset="utf-8">\n<pre>${escaped(text)}</pre>\n`;

/** Goes on counting where the last run stopped, so that no mail is written over. */
const nextNumber = (folder) =>
  Math.max(0, ...readdirSync(folder).map((name) => Number.parseInt(name, 10) || 0)) + 1;

/** Writes a mail down and returns the line that tells of it. */
export const keepMail = (mail, folder = MAILS) => {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${nextNumber(folder)}.html`);
  writeFileSync(file, pageOf(mail));
  const to = (mail.to ?? []).map(({ address }) => address).join(', ');
  return `✉ To ${to}: ${mail.subject ?? 'no subject'} – ${shown(file)}`;
};

/**
 * A mail server of the demo's own, on a free port of this machine: it takes every mail, keeps it and
 * sends it nowhere. `env` leads the playground to it, and is empty where another one is named.
 */
export const startDemoMails = async ({ tell, folder = MAILS }) => {
  if (hasMailServer()) return { isOn: false, env: {}, stop: async () => undefined };
  // Only now: on a fresh clone they are not installed when the command begins.
  const { SMTPServer } = await import('smtp-server');
  const { default: PostalMime } = await import('postal-mime');
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      buffer(stream)
        .then((bytes) => PostalMime.parse(bytes))
        .then((mail) => tell(keepMail(mail, folder)))
        .then(() => done(), done);
    },
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  server.removeAllListeners('error');
  // A client that hangs up in the middle is no fault of the demo.
  server.on('error', () => undefined);
  return {
    isOn: true,
    env: {
      PLAYGROUND_SMTP_HOST: '127.0.0.1',
      PLAYGROUND_SMTP_PORT: String(server.server.address().port),
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
};
