import type { Core } from '@strapi/strapi';
import { alertMail } from '../../domain/alert-mail';
import { keyTypeOf } from '../../domain/key-type';
import { displayId } from '../../domain/token';
import { SYSTEM } from '../actor';
import { getService } from '../get-service';
import { keySubject } from '../key-happenings';
import type { Mailing } from '../outbox';
import { holderPageOf, keyPageOf } from '../told-keys';
import { readContent } from './content';
import { recipientsOf } from './recipients';

/** Writes the mails of alerts, and keeps which of them were given up; the alert itself is kept already. */
export const alertMailing =
  (strapi: Core.Strapi): Mailing =>
  async ({ recipient, content, attempts }) => {
    const alert = readContent(content);
    const [key] = await getService(strapi, 'key-reader').load({ id: alert.keyId });
    // Deleted since: nothing is left to look after.
    if (key === undefined) return null;
    const { settings } = await getService(strapi, 'settings').current();
    const { isHolder, recipients } = recipientsOf(key, settings);
    // Who is to hear of it no longer hears nothing; the activity tells those who look after it now.
    if (!settings.alerts.isOn || !recipients.includes(recipient)) return null;
    return {
      write() {
        const adminUrl = getService(strapi, 'mail').adminUrl();
        return alertMail({
          ...alert,
          type: keyTypeOf(key.credential.owner),
          name: key.row.name,
          accessId: displayId(key.credential.prefix, key.credential.accessId),
          url: isHolder ? holderPageOf(adminUrl, key) : keyPageOf(adminUrl, key),
          timeZone: settings.notices.timeZone,
        });
      },
      async settle(fate, trx): Promise<void> {
        if (fate.sent) return;
        await getService(strapi, 'activity').record(
          {
            kind: 'notice.failed',
            actor: SYSTEM,
            subject: keySubject(key),
            details: { recipients: [recipient], count: attempts, message: fate.error },
          },
          trx,
        );
      },
    };
  };
