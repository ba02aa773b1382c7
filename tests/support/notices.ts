/** A playground whose clock stands still, whose mails arrive in this process, and whose jobs wait to be called. */
import { type Settings } from '../../contracts';
import { serviceOf } from './consumers';
import { type MailServer, startMailServer } from './mail-server';
import { type Playground, startPlayground } from './playground';
import { type PlaygroundOptions } from './playground-env';
import { saveRules } from './rules';

export const ADMIN_URL = 'https://cms.example.com/admin';

export interface NoticedPlayground extends Playground {
  mailServer: MailServer;
  /** Sets the clock of the plugin. */
  setTime: (iso: string) => void;
  /** Lets the job of the notices run once. */
  run: () => ReturnType<ReturnType<typeof noticesOf>['run']>;
  /** Runs the job at these instants, one after the other, and tells what arrived at each. */
  walk: (from: string, until: string, stepHours: number) => Promise<Arrival[]>;
  setNotices: (notices: Partial<Settings['notices']>) => Promise<void>;
}

export interface Arrival {
  at: string;
  to: string;
  subject: string;
}

const noticesOf = (playground: Playground) => serviceOf(playground.strapi, 'notices');

/** Lets a test say what time it is for the plugin. */
export const clockOf = (strapi: Playground['strapi']) => {
  let now: number | null = null;
  jest.spyOn(serviceOf(strapi, 'clock'), 'now').mockImplementation(() => now ?? Date.now());
  return (iso: string) => {
    now = Date.parse(iso);
  };
};

const HOUR_MS = 3_600_000;

export const startNoticed = async (
  options: PlaygroundOptions = {},
  mailServer?: MailServer,
): Promise<NoticedPlayground> => {
  const server = mailServer ?? (await startMailServer());
  const playground = await startPlayground({
    ...options,
    env: { ...server.env, PUBLIC_URL: 'https://cms.example.com', ...options.env },
  });
  const setTime = clockOf(playground.strapi);
  const run = () => noticesOf(playground).run();
  return {
    ...playground,
    mailServer: server,
    setTime,
    run,
    async walk(from, until, stepHours) {
      const arrivals: Arrival[] = [];
      let seen = server.mails.length;
      for (let at = Date.parse(from); at <= Date.parse(until); at += stepHours * HOUR_MS) {
        const iso = new Date(at).toISOString();
        setTime(iso);
        await run();
        for (const { to, subject } of server.mails.slice(seen)) {
          arrivals.push({ at: iso, to: to?.[0]?.address ?? '', subject: subject ?? '' });
        }
        seen = server.mails.length;
      }
      return arrivals;
    },
    async setNotices(notices) {
      const { settings } = await serviceOf(playground.strapi, 'settings').current();
      await saveRules(playground.admin, { notices: { ...settings.notices, ...notices } });
    },
    async stop() {
      await playground.stop();
      if (mailServer === undefined) await server.stop();
    },
  };
};
