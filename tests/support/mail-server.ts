/** A real SMTP server in this process, which takes mails, or refuses them as it is told. */
import { EventEmitter, once } from 'node:events';
import { type AddressInfo } from 'node:net';

import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface MailServer {
  /** What the playground needs to send its mails here. */
  env: Record<string, string>;
  /** Everything that was taken, oldest first. */
  mails: readonly Email[];
  /** From now on each mail is refused with this sentence, as in `550 No such user`; `null` takes all. */
  refuseWith: (answer: string | null) => void;
  /** From now on mails to this address alone are refused, `*` for each of them; `null` takes all. */
  refuseRecipient: (address: string | null) => void;
  /** From now on the server takes so long to say yes. */
  delay: (ms: number) => void;
  /** The next mail, as soon as it is here: the server has not yet said yes. */
  next: () => Promise<Email>;
  stop: () => Promise<void>;
}

const refusal = (answer: string) => {
  const [code = '', ...words] = answer.split(' ');
  return Object.assign(new Error(words.join(' ')), { responseCode: Number(code) });
};

interface MailServerOptions {
  /** Called when a recipient is named: the mail is on its way, and not taken. */
  onRecipient?: () => void;
  /** Called when the server has said yes. */
  onTaken?: () => void;
  /** What signs in; nobody has to where absent. */
  account?: { user: string; password: string };
}

export const startMailServer = async ({
  account,
  onRecipient,
  onTaken,
}: MailServerOptions = {}): Promise<MailServer> => {
  const mails: Email[] = [];
  const arrivals = new EventEmitter();
  let refused: string | null = null;
  let unknown: string | null = null;
  let delayMs = 0;
  const server = new SMTPServer({
    authOptional: account === undefined,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) => {
      if (account === undefined || (username === account.user && password === account.password)) {
        done(null, { user: username });
      } else done(refusal(`535 5.7.8 ${username ?? ''} may not sign in with ${password ?? ''}`));
    },
    onMailFrom: (_address, _session, done) => {
      done(refused === null ? null : refusal(refused));
    },
    onRcptTo: ({ address }, _session, done) => {
      onRecipient?.();
      done(unknown === '*' || address === unknown ? refusal('550 5.1.1 No such user') : null);
    },
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        void PostalMime.parse(Buffer.concat(parts)).then((mail) => {
          mails.push(mail);
          arrivals.emit('mail', mail);
          setTimeout(() => {
            done();
            onTaken?.();
          }, delayMs);
        });
      });
    },
  });
  // A client that is killed while it sends resets its connection.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    env: {
      PLAYGROUND_SMTP_PORT: String(port),
      PLAYGROUND_SMTP_USER: account?.user ?? '',
      PLAYGROUND_SMTP_PASSWORD: account?.password ?? '',
    },
    mails,
    refuseWith: (answer) => (refused = answer),
    next: async () => ((await once(arrivals, 'mail')) as [Email])[0],
    delay: (ms) => (delayMs = ms),
    refuseRecipient: (address) => (unknown = address),
    stop: () =>
      new Promise((resolve) =>
        server.close(() => {
          resolve();
        }),
      ),
  };
};
