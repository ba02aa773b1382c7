import type { AlertKind, KeyType } from '../../../contracts';
import type { Alarm } from './alerts';
import {
  escaped,
  htmlMail,
  isolated,
  panelLink,
  readableInstant,
  SENT_BY,
  SENT_BY_HTML,
  type MailText,
} from './mail-text';

/** An alert as one recipient is told of it. */
export interface AlertTelling extends Alarm {
  readonly kind: AlertKind;
  readonly type: KeyType;
  readonly name: string;
  /** With its prefix. */
  readonly accessId: string;
  /** `null` where the recipient has no page for it. */
  readonly url: string | null;
  readonly timeZone: string;
}

interface Wording {
  /** Behind the name of the key, as in a subject. */
  readonly said: string;
  /** What the requests were. */
  readonly requests: (count: number) => string;
  readonly advice: string;
}

const counted = (count: number, what: string, ending: string): string =>
  `${String(count)} ${what}${count === 1 ? '' : 's'}${ending}`;

const WORDING: Record<AlertKind, Wording> = {
  denials: {
    said: 'is denied unusually often',
    requests: (count) => counted(count, 'denied request', ''),
    advice:
      'The page of the key says why its requests were denied. Ask its technical owner whether they are theirs. If they are not, somebody else has the token: regenerate the key or revoke it.',
  },
  expired: {
    said: 'is used after it expired',
    requests: (count) => counted(count, 'request', ' with its expired token'),
    advice:
      'All of them were refused. If its consumer still needs it, regenerate the key and hand over the new token. If nobody should be using it, somebody has kept the token: find out who.',
  },
  revoked: {
    said: 'is used after it was revoked',
    requests: (count) => counted(count, 'request', ' with its revoked token'),
    advice:
      'All of them were refused, and always will be. Find out who still holds the token: a consumer that was not changed over needs another key; anybody else should never have had it.',
  },
};

/** What the requests of an alert were, in a few words. */
export const alarmText = (kind: AlertKind, { count, windowMinutes }: Alarm): string => {
  const requests = WORDING[kind].requests(count);
  if (windowMinutes === null) return requests;
  return `${requests} within ${windowMinutes === 1 ? '1 minute' : `${String(windowMinutes)} minutes`}`;
};

const TYPES: Record<KeyType, string> = { 'api-key': 'API key', personal: 'Personal token' };
const TRUE_SECRET = 'They came with the true secret, so whoever sent them holds the token.';

/** One mail about one alert. Every value is told as text. */
export const alertMail = (telling: AlertTelling): MailText => {
  const { kind, type, name, accessId, lastAt, lastAddress, url, timeZone } = telling;
  const { said, advice } = WORDING[kind];
  const subject = `${TYPES[type]} “${isolated(name)}” ${said}`;
  const from = lastAddress === null ? '' : ` from ${lastAddress}`;
  const facts = [
    `Access ID: ${accessId}`,
    `What came: ${alarmText(kind, telling)}`,
    `Last: ${readableInstant(lastAt, timeZone)}${from}`,
  ];
  const paragraphs = [
    `${subject}.`,
    facts.join('\n'),
    TRUE_SECRET,
    advice,
    ...(url === null ? [] : [url]),
    'This is told at most once an hour.',
    SENT_BY,
  ];
  return {
    subject,
    text: paragraphs.join('\n\n'),
    html: htmlMail(subject, [
      `<p>${facts.map(escaped).join('<br>\n')}</p>`,
      `<p>${escaped(TRUE_SECRET)}</p>`,
      `<p>${escaped(advice)}</p>`,
      ...(url === null ? [] : [`<p>${panelLink(url)}</p>`]),
      '<p>This is told at most once an hour.</p>',
      SENT_BY_HTML,
    ]),
  };
};
