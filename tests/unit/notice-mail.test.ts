import { type NoticeLine, noticeMail } from '../../server/src/domain/notice-mail';
import { noticeRecipients } from '../../server/src/domain/notice-recipients';
import { MAX_ATTEMPTS, nextTry } from '../../server/src/domain/retry';
import { type EpochMs } from '../../server/src/domain/units';

const at = (iso: string) => Date.parse(iso) as EpochMs;
const NOW = at('2026-06-08T08:00:00Z');

const line = (changes: Partial<NoticeLine> = {}): NoticeLine => ({
  name: 'prod-main-app',
  accessId: 'sak_7Hd2kQpXw3Zt',
  expiresAt: at('2026-06-15T15:30:00Z'),
  part: 'author',
  authorName: 'Ada Admin',
  url: 'https://cms.example.com/admin/settings/api-access/abc',
  ...changes,
});

const mail = (lines: readonly NoticeLine[], timeZone = 'UTC') =>
  noticeMail(lines, { now: NOW, timeZone });

describe('the subject of a notice', () => {
  it.each([
    [[line()], 'API key “prod-main-app” expires in 7 days'],
    [[line({ expiresAt: at('2026-06-09T00:30:00Z') })], 'API key “prod-main-app” expires tomorrow'],
    [[line({ expiresAt: at('2026-06-08T20:00:00Z') })], 'API key “prod-main-app” expires today'],
    [[line({ expiresAt: NOW })], 'API key “prod-main-app” has expired'],
    [[line(), line()], '2 API keys expire soon'],
    [[line({ expiresAt: NOW }), line({ expiresAt: NOW })], '2 API keys have expired'],
    [[line({ expiresAt: NOW }), line()], '2 API keys expire soon or have expired'],
  ])('%#', (lines, subject) => {
    expect(mail(lines).subject).toBe(subject);
  });
});

describe('a notice', () => {
  it('tells expired keys first, and each in the zone of the rules', () => {
    const { text } = mail(
      [line({ name: 'later' }), line({ name: 'gone', expiresAt: at('2026-06-08T07:00:00Z') })],
      'Europe/Berlin',
    );
    expect(text.indexOf('* gone')).toBeLessThan(text.indexOf('* later'));
    expect(text).toContain('Expired on 8 June 2026 at 09:00 CEST.');
    expect(text).toContain('Expires in 7 days, on 15 June 2026 at 17:30 CEST.');
  });

  it.each([
    [line(), 'You are its author.'],
    [line({ part: 'owner' }), 'It is your personal token.'],
    [line({ part: 'technical-owner' }), 'You are its technical owner; its author is Ada Admin.'],
    [line({ part: 'watcher' }), 'Its author is Ada Admin.'],
    [
      line({ part: 'watcher', authorName: null }),
      'Its author has left: somebody should take it over.',
    ],
    [line({ part: 'technical-owner', authorName: null }), 'Its author has left.'],
  ])('says why one gets it: %#', (told, sentence) => {
    const { text, html } = mail([told]);
    expect(text).toContain(sentence);
    expect(html).toContain(sentence);
  });

  it('has no link where the recipient has no page', () => {
    const { text, html } = mail([line({ url: null })]);
    expect(text).not.toContain('http');
    expect(html).not.toContain('href');
  });

  it('escapes every value', () => {
    const evil = '"><script>alert(1)</script>&';
    const { html } = mail([
      line({
        name: evil,
        accessId: evil,
        authorName: evil,
        part: 'watcher',
        url: `https://x/${evil}`,
      }),
    ]);
    expect(html).not.toContain('<script');
    expect(html.match(/&lt;script&gt;/g)).toHaveLength(6);
  });

  it('keeps a name that runs from right to left in its place', () => {
    expect(mail([line({ name: 'שלום' })]).text).toContain('* \u2068שלום\u2069 (sak_');
  });
});

describe('a notice reaches', () => {
  const key = {
    author: { email: 'Ada@Example.com' },
    technicalOwnerEmails: ['b@x.org', 'ada@example.com'],
  };

  it('each address once, for the first reason', () => {
    expect(noticeRecipients(key, ['ops@example.com', 'B@x.org'])).toEqual([
      { address: 'ada@example.com', part: 'author' },
      { address: 'b@x.org', part: 'technical-owner' },
      { address: 'ops@example.com', part: 'watcher' },
    ]);
  });

  it('the others where the author left', () => {
    expect(
      noticeRecipients({ ...key, author: null, technicalOwnerEmails: [] }, ['ops@x.org']),
    ).toEqual([{ address: 'ops@x.org', part: 'watcher' }]);
  });

  it('of a personal token its owner alone', () => {
    expect(noticeRecipients({ ...key, owner: { email: 'eve@x.org' } }, ['ops@x.org'])).toEqual([
      { address: 'eve@x.org', part: 'owner' },
    ]);
    expect(noticeRecipients({ ...key, owner: { email: null } }, ['ops@x.org'])).toEqual([]);
  });
});

describe('a mail that failed', () => {
  it('is tried again after growing pauses, and given up in the end', () => {
    const pauses = [];
    for (let failed = 1; failed < MAX_ATTEMPTS; failed += 1) {
      pauses.push((nextTry(failed, NOW) ?? NaN) - NOW);
    }
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(nextTry(MAX_ATTEMPTS, NOW)).toBeNull();
    // A mail server that is away over a long weekend loses nothing.
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(3 * 86_400_000);
  });
});
