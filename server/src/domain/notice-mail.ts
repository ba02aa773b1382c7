import { TZDate } from '@date-fns/tz';
import {
  escaped,
  htmlMail,
  isolated,
  isolatedHtml,
  panelLink,
  readableInstant,
  SENT_BY,
  SENT_BY_HTML,
  type MailText,
} from './mail-text';
import type { NoticePart } from './notice-recipients';
import { DAY_MS, type EpochMs } from './units';

/** One key of a notice, as one recipient is told of it. */
export interface NoticeLine {
  readonly name: string;
  /** With its prefix. */
  readonly accessId: string;
  readonly expiresAt: EpochMs;
  readonly part: NoticePart;
  /** `null` where the author left, or there is none, as of personal tokens. */
  readonly authorName: string | null;
  /** `null` where the recipient has no page for it. */
  readonly url: string | null;
}

interface Telling {
  readonly now: EpochMs;
  readonly timeZone: string;
}

const isExpired = ({ expiresAt }: NoticeLine, { now }: Telling): boolean => expiresAt <= now;

const midnight = (instant: EpochMs, timeZone: string): number => {
  const local = new TZDate(instant, timeZone);
  return Date.UTC(local.getFullYear(), local.getMonth(), local.getDate());
};

/** Of days as a calendar counts them: an expiry at one in the morning is tomorrow's. */
const inDays = (expiresAt: EpochMs, { now, timeZone }: Telling): string => {
  const days = Math.round((midnight(expiresAt, timeZone) - midnight(now, timeZone)) / DAY_MS);
  if (days <= 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${String(days)} days`;
};

const keys = (count: number): string => (count === 1 ? '1 API key' : `${String(count)} API keys`);

const subjectOf = (lines: readonly NoticeLine[], telling: Telling): string => {
  const expired = lines.filter((line) => isExpired(line, telling)).length;
  const [only, ...others] = lines;
  if (only !== undefined && others.length === 0) {
    const what = `API key “${isolated(only.name)}”`;
    return expired === 1
      ? `${what} has expired`
      : `${what} expires ${inDays(only.expiresAt, telling)}`;
  }
  if (expired === lines.length) return `${keys(expired)} have expired`;
  if (expired === 0) return `${keys(lines.length)} expire soon`;
  return `${keys(lines.length)} expire soon or have expired`;
};

const PARTS: Record<NoticePart, (line: NoticeLine) => string> = {
  author: () => 'You are its author.',
  owner: () => 'It is your personal token.',
  'technical-owner': ({ authorName }) =>
    authorName === null
      ? 'You are its technical owner. Its author has left.'
      : `You are its technical owner; its author is ${authorName}.`,
  watcher: ({ authorName }) =>
    authorName === null
      ? 'Its author has left: somebody should take it over.'
      : `Its author is ${authorName}.`,
};

const whenOf = (line: NoticeLine, telling: Telling): string => {
  const at = readableInstant(line.expiresAt, telling.timeZone);
  return isExpired(line, telling)
    ? `Expired on ${at}.`
    : `Expires ${inDays(line.expiresAt, telling)}, on ${at}.`;
};

const textOf = (line: NoticeLine, telling: Telling): string =>
  [
    `* ${isolated(line.name)} (${line.accessId})`,
    `  ${whenOf(line, telling)}`,
    `  ${PARTS[line.part](line)}`,
    ...(line.url === null ? [] : [`  ${line.url}`]),
  ].join('\n');

const LIST = 'list-style:none;margin:0;padding:0';
const CARD =
  'margin:0 0 12px;padding:14px 16px;border:1px solid #a5a5ba;border-left-width:4px;border-radius:4px';

/** The colours of Strapi's panel for what is over and for what needs care. */
const edgeOf = (line: NoticeLine, telling: Telling): string =>
  isExpired(line, telling) ? '#d02b20' : '#d9822f';

const htmlOf = (line: NoticeLine, telling: Telling): string =>
  [
    `<li style="${CARD};border-left-color:${edgeOf(line, telling)}">`,
    `<strong style="font-size:16px">${isolatedHtml(line.name)}</strong><br>`,
    `<code style="font-size:13px;opacity:.75">${escaped(line.accessId)}</code><br>`,
    `${escaped(whenOf(line, telling))}<br>${escaped(PARTS[line.part](line))}`,
    line.url === null ? '' : `<div style="margin-top:10px">${panelLink(line.url)}</div>`,
    '</li>',
  ].join('');

const ENDED = {
  one: 'Calls with this key are refused until it is regenerated or replaced:',
  many: 'Calls with these keys are refused until they are regenerated or replaced:',
};
const ENDING = {
  one: 'This key expires soon; calls with it will then be refused:',
  many: 'These keys expire soon; calls with them will then be refused:',
};
const ADVICE =
  'Regenerate a key to give it a new secret and a new expiry at once, or create a replacement, so that both work until its consumer has changed over. A key that nobody needs can be left to expire.';

/**
 * One mail that tells one recipient of all keys concerned: those that expired first, then those that
 * expire, soonest first. Every value is told as text.
 */
export const noticeMail = (lines: readonly NoticeLine[], telling: Telling): MailText => {
  const sorted = [...lines].sort((a, b) => a.expiresAt - b.expiresAt);
  const sections = [
    { titles: ENDED, of: sorted.filter((line) => isExpired(line, telling)) },
    { titles: ENDING, of: sorted.filter((line) => !isExpired(line, telling)) },
  ]
    .filter(({ of }) => of.length > 0)
    .map(({ titles, of }) => ({ title: of.length === 1 ? titles.one : titles.many, of }));
  const subject = subjectOf(lines, telling);
  return {
    subject,
    text: [
      ...sections.map(({ title, of }) =>
        [title, ...of.map((line) => textOf(line, telling))].join('\n\n'),
      ),
      ADVICE,
      SENT_BY,
    ].join('\n\n'),
    html: htmlMail(subject, [
      ...sections.map(
        ({ title, of }) =>
          `<p>${title}</p>\n<ul style="${LIST}">\n${of.map((line) => htmlOf(line, telling)).join('\n')}\n</ul>`,
      ),
      `<p>${ADVICE}</p>`,
      SENT_BY_HTML,
    ]),
  };
};
