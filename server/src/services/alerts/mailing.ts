import type { Core } from '@strapi/strapi';
import { alertMail } from '../../domain/alert-mail';
import { keyTypeOf } from '../../domain/key-type';
import { displayId } from '../../domain/token';
import { SYSTEM } from '../actor';
import { getService } from '../get-service';
import { keySubject } from '../key-happenings';
import type { StoredKey } from '../key-reader';
import type { Mailing, WaitingMail } from '../outbox';
import { holderPageOf, keyPageOf } from '../told-keys';
import { readContent } from './content';

/** Writes the mails of alerts, and keeps which of them were given up; the alert itself is kept already. */
export const alertMailing = (strapi: Core.Strapi): Mailing => {
  const keyOf = async ({ content }: WaitingMail): Promise<StoredKey | undefined> =>
    (await getService(strapi, 'key-reader').load({ id: readContent(content).keyId }))[0];

  return {
    async compose(mail) {
      const key = await keyOf(mail);
      // Deleted since: nothing is left to look after.
      if (key === undefined) return null;
      const alert = readContent(mail.content);
      const adminUrl = getService(strapi, 'mail').adminUrl();
      const { notices } = (await getService(strapi, 'settings').current()).settings;
      return alertMail({
        ...alert,
        type: keyTypeOf(key.credential.owner),
        name: key.row.name,
        accessId: displayId(key.credential.prefix, key.credential.accessId),
        url: alert.isHolder ? holderPageOf(adminUrl, key) : keyPageOf(adminUrl, key),
        timeZone: notices.timeZone,
      });
    },

    async settle(mail, fate, trx): Promise<void> {
      const key = fate.sent ? undefined : await keyOf(mail);
      if (fate.sent || key === undefined) return;
      await getService(strapi, 'activity').record(
        {
          kind: 'notice.failed',
          actor: SYSTEM,
          subject: keySubject(key),
          details: { recipients: [mail.recipient], count: mail.attempts, message: fate.error },
        },
        trx,
      );
    },
  };
};
