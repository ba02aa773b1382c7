import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { NoticePart } from '../../domain/notice-recipients';
import { readInstant, readInteger, type EpochMs } from '../../domain/units';
import { getService } from '../get-service';
import { table, transaction, type Trx } from '../storage/database';
import { TABLES } from '../storage/tables';

/** One key of a mail, as the outbox keeps it: what is told of it is read when it is sent. */
export interface NoticeItem {
  readonly keyId: number;
  readonly expiresAt: EpochMs;
  /** Whole days before the expiry; 0 for the expiry itself. */
  readonly days: number;
  readonly part: NoticePart;
}

/** More than anybody reads in one mail; further keys come in another. */
const KEYS_OF_A_MAIL = 1000;

const items = z.array(
  z.object({
    keyId: z.number(),
    expiresAt: z.number().transform((instant) => instant as EpochMs),
    days: z.number(),
    part: z.enum(['author', 'owner', 'technical-owner', 'watcher']),
  }),
);

/** What the outbox kept of a notice. */
export const readItems = (content: string): NoticeItem[] => items.parse(JSON.parse(content));

const gatherOne = async (strapi: Core.Strapi, trx: Trx): Promise<boolean> => {
  const waiting = () => table(strapi, TABLES.noticeRecipients, trx);
  const first = await waiting()
    .orderBy('recipient')
    .first<{ recipient: string } | undefined>('recipient');
  if (first === undefined) return false;
  const { recipient } = first;
  const rows = await waiting()
    .where({ recipient })
    .orderBy(['expires_at', 'key_id', 'days'])
    .limit(KEYS_OF_A_MAIL)
    .forUpdate()
    .select<Record<string, unknown>[]>('key_id', 'expires_at', 'days', 'part');
  // Another node has gathered them meanwhile.
  if (rows.length === 0) return true;
  const content: NoticeItem[] = rows.map((row) => ({
    keyId: readInteger(row.key_id),
    expiresAt: readInstant(row.expires_at),
    days: readInteger(row.days),
    part: row.part as NoticePart,
  }));
  for (const { keyId, expiresAt, days } of content) {
    const gone = await waiting()
      .where({ recipient, key_id: keyId, expires_at: expiresAt, days })
      .delete();
    if (gone !== 1) throw new Error('another node is gathering the same mail');
  }
  await getService(strapi, 'outbox').post(
    { kind: 'notice', recipient, content: JSON.stringify(content) },
    trx,
  );
  return true;
};

/** Makes one mail for each recipient of what was given to them; all of it, or that recipient's none. */
export const gatherMails = async (
  strapi: Core.Strapi,
  goOn: () => Promise<boolean>,
): Promise<void> => {
  while (await goOn()) {
    if (!(await transaction(strapi, (trx) => gatherOne(strapi, trx)))) return;
  }
};
