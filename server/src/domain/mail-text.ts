import escapeHtml from 'escape-html';
import type { EpochMs } from './units';

/** A mail in both of its forms; they say the same. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export const escaped = (value: string): string => escapeHtml(value);

/** Letters that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A name within a sentence: what runs the other way stays in its place (Unicode UAX #9, isolates). */
export const isolated = (name: string): string =>
  RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name;

export const isolatedHtml = (name: string): string => `<bdi>${escaped(name)}</bdi>`;

/** A date and time with the zone that it is told in, such as `22 December 2026 at 09:00 CET`. */
export const readableInstant = (instant: EpochMs, timeZone: string): string => {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(instant);
  const day = format({ day: 'numeric', month: 'long', year: 'numeric' });
  const time = format({
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  return `${day} at ${time}`;
};

const BUTTON =
  'display:inline-block;padding:6px 14px;border-radius:4px;background:#4945ff;color:#ffffff;font-weight:600;font-size:14px;text-decoration:none';

/** A link to the admin panel that looks like its buttons. */
export const panelLink = (url: string): string =>
  `<a href="${escaped(url)}" style="${BUTTON}">Open in the admin panel</a>`;

/** The end of every mail that nobody has asked for. */
export const SENT_BY = 'Sent by API Access for Strapi, as Rules & notices say.';

export const SENT_BY_HTML = `<p style="font-size:13px;opacity:.75;margin:24px 0 0">${escaped(SENT_BY)}</p>`;

// Text and ground are left to the reader's own colours, so that a mail is readable in the dark too.
const STYLE =
  'font-family:system-ui,-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif;font-size:15px;line-height:1.5;max-width:600px;margin:0 auto;padding:24px 16px';
const TITLE = 'font-size:21px;line-height:1.3;margin:0 0 16px';

/**
 * A whole HTML mail.
 *
 * @param body - HTML whose values are escaped already.
 */
export const htmlMail = (title: string, body: readonly string[]): string =>
  [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escaped(title)}</title></head>`,
    `<body style="margin:0"><div style="${STYLE}">`,
    `<h1 style="${TITLE}">${escaped(title)}</h1>`,
    ...body,
    '</div></body></html>',
  ].join('\n');
