import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { MAX_TEST_MAILS_A_MINUTE, oneLine, type MailHealth } from '../../../contracts';
import { readAdminUrl } from '../domain/admin-url';
import { ApiAccessError } from '../domain/errors';
import { credentialsIn, isRecipientRefused, mailErrorOf } from '../domain/mail-error';
import { escaped, htmlMail } from '../domain/mail-text';
import { toIso } from '../domain/units';
import type { Actor } from './actor';
import { getService } from './get-service';
import { faultOf } from './storage/database';
import { within } from './within';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Of mails that may be tried again, so that a mail server can tell the same from a new one. */
  readonly messageId?: string;
}

/** What became of a mail: taken by the mail server, or the sentence with which it was not. */
export type Sending =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly error: string;
      /** The mail server works, and refused this recipient alone. */
      readonly recipientRefused?: boolean;
    };

type Fate = Pick<MailHealth, 'lastSentAt' | 'lastFailedAt' | 'lastError' | 'isFailing'>;
/** Besides: which recipient alone the mail server has refused since it last took a mail, hashed. */
type KeptFate = Fate & { readonly refused?: string | null };
/** Written by the job of the notices, under the name `notices`. */
type Run = Pick<MailHealth, 'lastRunAt' | 'lastRunSent' | 'lastRunFailed'>;

const NO_FATE: Fate = { lastSentAt: null, lastFailedAt: null, lastError: null, isFailing: false };
const NO_RUN: Run = { lastRunAt: null, lastRunSent: null, lastRunFailed: null };

interface EmailPlugin {
  readonly provider?: { send(mail: object): Promise<unknown> };
}

interface EmailConfig {
  readonly provider?: string;
  readonly providerOptions?: unknown;
}

const NO_PLUGIN =
  'Strapi’s email plugin is not there. Enable it in config/plugins and set its provider.';
const NO_ADMIN_URL =
  'The URL of the admin panel is not known, so mails can hold no links. Set url in config/server, or in config/admin.';
const LOCAL_ADMIN_URL =
  'The URL of the admin panel leads to this machine alone, so links in mails would not work for others. Set url in config/server to its public address, such as https://cms.example.com.';

/** A test mail is waited for by a person, and by the proxies before Strapi. */
const TEST_MS = 25_000;
/**
 * Nobody waits for the others, and to give up on one that the server takes in the end is to send it
 * twice; shorter than a lease, so that no other node begins meanwhile.
 */
const SENDING_MS = 110_000;

const tooLate = (limitMs: number) => (): Error =>
  new Error(`The mail server did not answer within ${String(limitMs / 1000)} seconds.`);

/** Sends mails through Strapi's email plugin, and keeps how they fared. */
export const createMail = ({ strapi }: { strapi: Core.Strapi }) => {
  const states = getService(strapi, 'states');
  const tests = new RateLimiterMemory({ points: MAX_TEST_MAILS_A_MINUTE, duration: 60 });

  // Without the plugin `strapi.plugin` answers nothing, whatever its type says.
  const provider = () => (strapi.plugin('email') as EmailPlugin | undefined)?.provider;
  const config = () => strapi.config.get<EmailConfig>('plugin::email', {});
  const adminUrl = () => readAdminUrl(strapi.config.get('admin.absoluteUrl'));

  const problem = (): string | null => {
    if (provider() === undefined) return NO_PLUGIN;
    const { usable, url } = adminUrl();
    if (usable) return null;
    return url === null ? NO_ADMIN_URL : LOCAL_ADMIN_URL;
  };

  const kept = async (): Promise<KeptFate> => ({
    ...NO_FATE,
    ...((await states.read('mail')) as Partial<KeptFate> | null),
  });

  const fate = async (): Promise<Fate> => {
    const { lastSentAt, lastFailedAt, lastError, isFailing } = await kept();
    return { lastSentAt, lastFailedAt, lastError, isFailing };
  };

  const keep = async (sending: Sending, to: string): Promise<void> => {
    const at = toIso(getService(strapi, 'clock').now());
    const before = await kept();
    if (sending.ok) {
      const after = { ...before, lastSentAt: at, isFailing: false, refused: null };
      await states.write('mail', after satisfies KeptFate);
      return;
    }
    const refused = createHash('sha256').update(to.toLowerCase()).digest('hex').slice(0, 16);
    // One unknown address is that address's fault; a server that refuses another too takes none.
    const isTheirs = sending.recipientRefused === true && (before.refused ?? refused) === refused;
    await states.write('mail', {
      ...before,
      lastFailedAt: at,
      lastError: sending.error,
      isFailing: isTheirs ? before.isFailing : true,
      refused,
    } satisfies KeptFate);
  };

  const handOver = async (mail: Mail, limitMs: number): Promise<Sending> => {
    const plugin = provider();
    if (plugin === undefined) return { ok: false, error: NO_PLUGIN };
    try {
      await within(limitMs, Promise.resolve(plugin.send({ ...mail })), tooLate(limitMs));
      return { ok: true };
    } catch (error) {
      return {
        ok: false,
        error: mailErrorOf(error, credentialsIn(config().providerOptions)),
        recipientRefused: isRecipientRefused(error),
      };
    }
  };

  const service = {
    /** What the links of mails start with; `null` where it is not known. */
    adminUrl: (): string | null => adminUrl().url,

    /** Sends one mail. Never throws; what was said of it is kept. */
    async send(mail: Mail, limitMs: number = SENDING_MS): Promise<Sending> {
      const sending = await handOver(mail, limitMs);
      // The mail is gone, or not: what is known of it counts, whether it can be kept or not.
      await keep(sending, mail.to).catch((error: unknown) => {
        strapi.log.error(`api-access: the fate of a mail could not be kept: ${faultOf(error)}`);
      });
      return sending;
    },

    async health(): Promise<MailHealth> {
      const run = (await states.read('notices')) as Partial<Run> | null;
      return {
        problem: problem(),
        provider: provider() === undefined ? null : (config().provider ?? null),
        ...(await fate()),
        ...NO_RUN,
        ...run,
        waiting: await getService(strapi, 'outbox').waiting(),
      };
    },

    /** Whether notices can reach nobody at this moment. */
    async isFailing(): Promise<boolean> {
      return provider() === undefined || (await fate()).isFailing;
    },

    /**
     * Sends a mail that says that mails arrive; those that wait for another try then follow.
     *
     * @throws ApiAccessError `mail_failed` with what the mail server said; `too_many_mails`.
     */
    async sendTest(to: string, actor: Actor): Promise<MailHealth> {
      try {
        await tests.consume(actor.user?.documentId ?? actor.kind);
      } catch {
        throw new ApiAccessError('too_many_mails');
      }
      const by = actor.user === null ? 'the app' : oneLine(actor.user.name);
      const text = `This is a test mail of API Access. If you can read it, notices about API keys reach you.\n\nSent by ${by}, from Rules & notices.`;
      const subject = 'API Access: test mail';
      const html = htmlMail(
        subject,
        text.split('\n\n').map((paragraph) => `<p>${escaped(paragraph)}</p>`),
      );
      const sending = await service.send({ to, subject, text, html }, TEST_MS);
      if (!sending.ok) {
        const message = /[.!?]$/.test(sending.error) ? sending.error : `${sending.error}.`;
        throw new ApiAccessError('mail_failed', [{ path: ['to'], code: 'mail_failed', message }]);
      }
      await getService(strapi, 'outbox').hurry();
      return service.health();
    },
  };
  return service;
};

export type MailService = ReturnType<typeof createMail>;
