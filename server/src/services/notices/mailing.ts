import type { Core } from '@strapi/strapi';
import { oneLine } from '../../../../contracts';
import { noticeMail, type NoticeLine } from '../../domain/notice-mail';
import { ON_EXPIRY } from '../../domain/notices';
import { statusAt } from '../../domain/status';
import { displayId } from '../../domain/token';
import { readInteger } from '../../domain/units';
import { SYSTEM } from '../actor';
import { adminName } from '../admin-name';
import { getService } from '../get-service';
import { keySubject } from '../key-happenings';
import type { StoredKey } from '../key-reader';
import type { Fate, Mailing, WaitingMail } from '../outbox';
import { reading, table, type Trx } from '../storage/database';
import { TABLES } from '../storage/tables';
import { holderPageOf, reachableAuthor } from '../told-keys';
import { readItems, type NoticeItem } from './gather';
import { recipientsOf } from './recipients';

interface Told {
  readonly item: NoticeItem;
  readonly key: StoredKey;
}

const lineOf = (adminUrl: string | null, { item, key }: Told): NoticeLine => {
  const author = reachableAuthor(key);
  return {
    name: key.row.name,
    accessId: displayId(key.credential.prefix, key.credential.accessId),
    expiresAt: item.expiresAt,
    part: item.part,
    authorName: author === null ? null : oneLine(adminName(author)),
    url: holderPageOf(adminUrl, key),
  };
};

/** Writes the mails of notices, and keeps which of them were sent and which given up. */
export const noticeMailing = (strapi: Core.Strapi): Mailing => {
  const now = () => getService(strapi, 'clock').now();

  /**
   * Expiries of which a later notice has been given by now: that one tells it better. Where nobody is
   * mailed upon expiry, nothing but the late notice does.
   */
  const overtaken = async (items: readonly NoticeItem[]): Promise<Set<NoticeItem>> => {
    const { notices } = (await getService(strapi, 'settings').current()).settings;
    const nearest = notices.onExpiry ? ON_EXPIRY : ON_EXPIRY + 1;
    const given = await reading(strapi, (trx) =>
      Promise.resolve(
        table(strapi, TABLES.notices, trx)
          .whereIn(
            'key_id',
            items.map(({ keyId }) => keyId),
          )
          .select<Record<'key_id' | 'expires_at' | 'days', unknown>[]>('*'),
      ),
    );
    return new Set(
      items.filter(({ keyId, expiresAt, days }) =>
        given.some(
          (other) =>
            readInteger(other.key_id) === keyId &&
            readInteger(other.expires_at) === expiresAt &&
            readInteger(other.days) < days &&
            readInteger(other.days) >= nearest,
        ),
      ),
    );
  };

  /**
   * What of a mail still holds: the key lives, and ends when the notice says, and the recipient is
   * still one of those whom it is to reach, for whatever reason by now.
   */
  const standing = async (mail: WaitingMail): Promise<Told[]> => {
    const { notices } = (await getService(strapi, 'settings').current()).settings;
    if (!notices.isOn) return [];
    const items = readItems(mail.content);
    const late = mail.attempts > 1 ? await overtaken(items) : new Set<NoticeItem>();
    const ids = items.map(({ keyId }) => keyId);
    const keys = await getService(strapi, 'key-reader').load({ id: { $in: ids } });
    const byId = new Map(keys.map((key) => [key.row.id, key]));
    return items.flatMap((item) => {
      const key = byId.get(item.keyId);
      if (key?.credential.expiresAt !== item.expiresAt || late.has(item)) return [];
      const status = statusAt({ ...key.credential, ownerState: key.owner.state }, now());
      const recipient = recipientsOf(key, notices.recipients).find(
        ({ address }) => address === mail.recipient,
      );
      if (recipient === undefined || (status !== 'active' && status !== 'expired')) return [];
      return [{ item: { ...item, part: recipient.part }, key }];
    });
  };

  const settle = async (
    mail: WaitingMail,
    told: readonly Told[],
    fate: Fate,
    trx: Trx,
  ): Promise<void> => {
    const activity = getService(strapi, 'activity');
    for (const { key } of told) {
      await activity.record(
        {
          kind: fate.sent ? 'notice.sent' : 'notice.failed',
          actor: SYSTEM,
          subject: keySubject(key),
          details: {
            recipients: [mail.recipient],
            ...(fate.sent ? {} : { count: mail.attempts, message: fate.error }),
          },
        },
        trx,
      );
    }
  };

  return async (mail) => {
    const told = await standing(mail);
    if (told.length === 0) return null;
    const { notices } = (await getService(strapi, 'settings').current()).settings;
    const adminUrl = getService(strapi, 'mail').adminUrl();
    return {
      write: () =>
        noticeMail(
          told.map((one) => lineOf(adminUrl, one)),
          { now: now(), timeZone: notices.timeZone },
        ),
      settle: (fate, trx) => settle(mail, told, fate, trx),
    };
  };
};
