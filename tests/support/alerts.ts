/** Keys that are used in ways that raise alerts, on a playground whose clock stands still. */
import { type ActivityEntry, type IssuedKey, type Settings } from '../../contracts';
import { happeningsOf } from './activity';
import { bearer, makeKeyWith, send, serviceOf, type KeyOptions } from './consumers';
import { heardWhile, type Heard } from './events';
import { type MailServer } from './mail-server';
import { type NoticedPlayground, startNoticed } from './notices';
import { type PlaygroundOptions } from './playground-env';
import { saveRules } from './rules';

export const WATCHER = 'security@example.com';
export const ALLOWED = '/articles';
export const DENIED = '/categories';

/** What one run of the job came to. */
export interface Raised {
  mails: { to: string; subject: string; text: string; html: string }[];
  entries: ActivityEntry[];
  events: Heard[];
}

export interface AlertedPlayground extends NoticedPlayground {
  setAlerts: (alerts: Partial<Settings['alerts']>) => Promise<void>;
  /** A key that may read articles, and never expires unless told otherwise. */
  makeKey: (options?: KeyOptions) => Promise<IssuedKey>;
  /** Asks so often, and tells the status of the last answer. */
  ask: (token: string, path: string, times?: number) => Promise<number>;
  /** Writes what was counted, and lets the job of the alerts run once. */
  look: () => Promise<Raised>;
}

export const startAlerted = async (
  options: PlaygroundOptions = {},
  sharedMailServer?: MailServer,
): Promise<AlertedPlayground> => {
  const apiAccess = { flushIntervalMs: 600_000, ...options.apiAccess };
  const playground = await startNoticed({ ...options, apiAccess }, sharedMailServer);
  const { strapi, url, mailServer, admin } = playground;
  return {
    ...playground,
    async setAlerts(alerts) {
      const { settings } = await serviceOf(strapi, 'settings').current();
      await saveRules(admin, { alerts: { ...settings.alerts, ...alerts } });
    },
    makeKey: (key) => makeKeyWith(strapi, {}, { expiresAt: null, ...key }),
    async ask(token, path, times = 1) {
      let status = 0;
      for (let asked = 0; asked < times; asked += 1) {
        status = (await send(`${url}/api${path}`, bearer(token))).status;
      }
      return status;
    },
    async look() {
      const before = mailServer.mails.length;
      let events: Heard[] = [];
      const entries = await happeningsOf(playground, async () => {
        await serviceOf(strapi, 'usage').flush();
        events = await heardWhile(strapi, () => serviceOf(strapi, 'alerts').run());
      });
      const mails = mailServer.mails.slice(before).map((mail) => ({
        to: mail.to?.[0]?.address ?? '',
        subject: mail.subject ?? '',
        text: mail.text ?? '',
        html: mail.html ?? '',
      }));
      return { mails, entries, events };
    },
  };
};

/** What was raised, to read at a glance. */
export const inShort = ({ mails, entries, events }: Raised) => ({
  mails: mails.map(({ to, subject }) => `${to}: ${subject}`),
  entries: entries.map(({ kind, details }) => `${kind}: ${details.message ?? ''}`),
  events: events.map(({ name, payload }) => [name, 'alert' in payload ? payload.alert : undefined]),
});

/** Nothing was raised. */
export const NOTHING: Raised = { mails: [], entries: [], events: [] };
