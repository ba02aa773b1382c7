import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { MailText } from '../domain/mail-text';
import { nextTry } from '../domain/retry';
import { readInteger, type EpochMs } from '../domain/units';
import { getService } from './get-service';
import type { Sending } from './mail';
import type { MayGoOn } from './schedule';
import { faultOf, table, transaction, type Trx } from './storage/database';
import { forgetBefore } from './storage/forget';
import { TABLES } from './storage/tables';

/** What is mailed; each kind knows how to write what it keeps, at the moment of sending. */
export type MailKind = 'notice' | 'alert';

/** A mail that waits to be sent. */
export interface WaitingMail {
  readonly id: string;
  readonly kind: MailKind;
  readonly recipient: string;
  /** JSON, as its kind wrote it. */
  readonly content: string;
  /** Tries so far, the present one counted. */
  readonly attempts: number;
}

/** What became of a mail for good. */
export type Fate = { readonly sent: true } | { readonly sent: false; readonly error: string };

/** A mail with what it tells of, as read at one moment: its fate is kept of the same keys. */
export interface Letter {
  write(): MailText;
  /** In the transaction that marks the mail. */
  settle(fate: Fate, trx: Trx): Promise<void>;
}

/** Reads what a kind of mail tells of: `null` where nothing is left to say, as of revoked keys. */
export type Mailing = (mail: WaitingMail) => Promise<Letter | null>;

export interface Delivered {
  readonly sent: number;
  readonly failed: number;
}

type MailRow = Omit<WaitingMail, 'attempts'> & { readonly attempts: unknown };

/** Mails that are read at a time. */
const BATCH = 50;
/** Longer than sending one takes: a mail whose node died is tried again after it. */
const CLAIM_MS = 5 * 60_000;
/** Longer than any pause between two tries: beyond it lies what a clock ahead of time has written. */
const FARTHEST_MS = 25 * 3_600_000;
/** Failures of the server in a row that end a run: it is away, and the others wait for the next. */
const FAILURES_OF_A_RUN = 3;
const MAX_ERROR = 400;
/** One mail that cannot be written keeps no other from being sent. */
const UNWRITABLE: Sending = {
  ok: false,
  error: 'The mail could not be written; the log says why.',
};
const HOST_WITHOUT_URL = 'api-access.invalid';

/**
 * Mails on their way. A mail is written down with what it tells of, claimed before it is sent, and
 * marked when the mail server has taken it. A node that dies loses none; one that dies between the
 * server's yes and the mark causes one duplicate, with the same Message-ID (RFC 5322, 3.6.4).
 */
export const createOutbox = ({ strapi }: { strapi: Core.Strapi }) => {
  const now = () => getService(strapi, 'clock').now();
  const mails = (trx?: Trx) => table(strapi, TABLES.mails, trx);

  const messageId = (id: string): string => {
    const url = getService(strapi, 'mail').adminUrl();
    return `<${id}@${url === null ? HOST_WITHOUT_URL : new URL(url).hostname}>`;
  };

  const claim = async ({ id, attempts }: WaitingMail): Promise<boolean> =>
    (await mails()
      .where({ id, state: 'waiting', attempts: attempts - 1 })
      .update({ attempts, next_at: now() + CLAIM_MS })) === 1;

  /** Only of the try that it speaks of: another node may have claimed the mail since. */
  const mark = async (
    { id, attempts }: WaitingMail,
    columns: Record<string, unknown>,
    trx?: Trx,
  ): Promise<boolean> =>
    (await mails(trx).where({ id, state: 'waiting', attempts }).update(columns)) === 1;

  const settle = async (
    mail: WaitingMail,
    letter: Letter | undefined,
    sending: Sending,
  ): Promise<void> => {
    const at = now();
    const again = sending.ok ? null : nextTry(mail.attempts, at);
    const error = sending.ok ? null : sending.error.slice(0, MAX_ERROR);
    if (again !== null) {
      await mark(mail, { next_at: again, error });
      return;
    }
    const fate: Fate = sending.ok ? { sent: true } : { sent: false, error: sending.error };
    const state = sending.ok ? 'sent' : 'given-up';
    const done = { state, error, done_at: at };
    await transaction(strapi, async (trx) => {
      if (await mark(mail, done, trx)) await letter?.settle(fate, trx);
    }).catch(async (fault: unknown) => {
      strapi.log.error(`api-access: the fate of a mail could not be told: ${faultOf(fault)}`);
      // The mark counts for more: without it the mail would go out again.
      await mark(mail, done);
    });
  };

  const unwritable = (error: unknown): undefined => {
    strapi.log.error(`api-access: a mail could not be written: ${faultOf(error)}`);
    return undefined;
  };

  const send = async ({ id, recipient }: WaitingMail, letter: Letter): Promise<Sending> => {
    let written: MailText;
    try {
      written = letter.write();
    } catch (error) {
      unwritable(error);
      return UNWRITABLE;
    }
    const { subject, text, html } = written;
    return getService(strapi, 'mail').send({
      to: recipient,
      messageId: messageId(id),
      subject,
      text,
      html,
    });
  };

  const deliver = async (mailing: Mailing, mail: WaitingMail): Promise<Sending | null> => {
    const letter = await mailing(mail).catch(unwritable);
    if (letter === null) {
      await mark(mail, { state: 'dropped', done_at: now() });
      return null;
    }
    const sending = letter === undefined ? UNWRITABLE : await send(mail, letter);
    await settle(mail, letter, sending);
    return sending;
  };

  const due = async (kind: MailKind, until: EpochMs): Promise<WaitingMail[]> => {
    const rows = await mails()
      .where({ kind, state: 'waiting' })
      .where((open: Knex.QueryBuilder) => {
        open.where('next_at', '<=', until).orWhere('next_at', '>', until + FARTHEST_MS);
      })
      .orderBy(['next_at', 'id'])
      .limit(BATCH)
      .select<MailRow[]>('id', 'kind', 'recipient', 'content', 'attempts');
    return rows.map((row) => ({ ...row, attempts: readInteger(row.attempts) + 1 }));
  };

  return {
    /**
     * Writes a mail down, to be sent by the next run; what is there already stays as it is. Its id,
     * and with it the Message-ID, comes from what it says to whom.
     */
    async post(
      { kind, recipient, content }: Pick<WaitingMail, 'kind' | 'recipient' | 'content'>,
      trx: Trx,
    ): Promise<void> {
      const id = createHash('sha256').update(JSON.stringify([kind, recipient, content]));
      const at = now();
      await mails(trx)
        .insert({
          id: id.digest('hex').slice(0, 40),
          kind,
          recipient,
          content,
          state: 'waiting',
          attempts: 0,
          next_at: at,
          made_at: at,
        })
        .onConflict('id')
        .ignore();
    },

    /**
     * Sends all mails of a kind that are due as it begins, one after the other, until the mail server
     * fails several times in a row.
     *
     * @param goOn - Asked before each: `false` ends the run, as where another node has taken over.
     */
    async deliver(kind: MailKind, mailing: Mailing, goOn: MayGoOn): Promise<Delivered> {
      const until = now();
      let [sent, failed, inARow] = [0, 0, 0];
      for (let batch = await due(kind, until); batch.length > 0; batch = await due(kind, until)) {
        for (const mail of batch) {
          if (inARow >= FAILURES_OF_A_RUN || !(await goOn())) return { sent, failed };
          if (!(await claim(mail))) continue;
          const sending = await deliver(mailing, mail);
          if (sending === null) continue;
          if (sending.ok) sent += 1;
          else failed += 1;
          inARow = sending.ok || sending.recipientRefused === true ? 0 : inARow + 1;
        }
      }
      return { sent, failed };
    },

    /** How many mails wait for another try. */
    async waiting(): Promise<number> {
      const [row] = await mails()
        .where({ state: 'waiting' })
        .where('attempts', '>', 0)
        .count<{ total: unknown }[]>({ total: '*' });
      return readInteger(row?.total ?? 0);
    },

    /** Tries at once what waits for another try, as after the mail server has come back. */
    async hurry(): Promise<void> {
      const at = now();
      await mails()
        .where({ state: 'waiting' })
        .where('attempts', '>', 0)
        .where('next_at', '>', at + CLAIM_MS)
        .update({ next_at: at });
    },

    /** Forgets what was done with before an instant, a batch at a time. */
    async forgetOlderThan(instant: EpochMs, goOn?: MayGoOn): Promise<number> {
      return forgetBefore(strapi, { name: TABLES.mails, column: 'done_at' }, instant, goOn);
    },
  };
};

export type Outbox = ReturnType<typeof createOutbox>;
