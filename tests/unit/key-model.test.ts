/** What judges three nodes under load has to be right itself: too lenient, and it finds nothing. */
import { ARTICLE_FIND, CATEGORY_FIND } from '../support/consumers';
import { answersIn, type KeyState, type ModelRole, QUESTIONS } from '../support/key-model';
import { changeAll, timelineOf } from '../support/timeline';

const [WHOAMI, ARTICLES] = QUESTIONS as [(typeof QUESTIONS)[0], (typeof QUESTIONS)[0]];

const deferred = () => {
  let end = (): void => undefined;
  const promise = new Promise<void>((resolve) => (end = resolve));
  return { promise, end };
};

describe('what could hold while a request ran', () => {
  it('is the old state alone where it ended before the change was sent', async () => {
    const timeline = timelineOf('old');
    const end = timeline.watch();
    expect(end()).toEqual(['old']);
    await timeline.change('new', () => Promise.resolve());
    expect(timeline.latest).toBe('new');
  });

  it('is the new state alone where it began after the change was answered', async () => {
    const timeline = timelineOf('old');
    await timeline.change('new', () => Promise.resolve());
    expect(timeline.watch()()).toEqual(['new']);
  });

  it('is either where it began before the answer, or ended after the change was sent', async () => {
    const timeline = timelineOf('old');
    const begunBefore = timeline.watch();
    const answer = deferred();
    const changing = timeline.change('new', () => answer.promise);
    const begunMeanwhile = timeline.watch();
    answer.end();
    await changing;
    expect(begunBefore()).toEqual(['old', 'new']);
    expect(begunMeanwhile()).toEqual(['old', 'new']);
  });

  it('is every state that it outlasted', async () => {
    const timeline = timelineOf(1);
    const end = timeline.watch();
    for (const state of [2, 3, 4]) await timeline.change(state, () => Promise.resolve());
    expect(end()).toEqual([1, 2, 3, 4]);
  });

  it('stays open where a change failed, and takes no other after it', async () => {
    const timeline = timelineOf('old');
    const failed = timeline.change('new', () => Promise.reject(new Error('no answer')));
    await expect(failed).rejects.toThrow('no answer');
    expect(timeline.watch()()).toEqual(['old', 'new']);
    await expect(timeline.change('newer', () => Promise.resolve())).rejects.toThrow('not answered');
  });

  it('changes in several things with one answer', async () => {
    const [one, two] = [timelineOf('a'), timelineOf('b')];
    const answer = deferred();
    const changes = [
      [one, 'c'],
      [two, 'd'],
    ] as const;
    const changing = changeAll(changes, () => answer.promise);
    expect([one.watch()(), two.watch()()]).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
    answer.end();
    await changing;
    expect([one.watch()(), two.watch()()]).toEqual([['c'], ['d']]);
  });
});

describe('what a request may be answered', () => {
  const role = (code: string): ModelRole => ({
    id: code,
    code,
    revision: 0,
    permissions: timelineOf<readonly string[]>([]),
  });
  const [reader, writer] = [role('reader'), role('writer')];
  const active: KeyState = {
    token: 'now',
    end: null,
    expiresAt: null,
    isSuspended: false,
    roles: [reader],
  };
  const at = { from: 1000, to: 1010 };
  const answers = (
    changes: Partial<KeyState>,
    { token = 'now', question = ARTICLES, lists = [[ARTICLE_FIND]] } = {},
  ) => answersIn({ ...active, ...changes }, token, question, at, () => lists);

  it.each<[string, Partial<KeyState>, string[]]>([
    ['a key that works', {}, ['200']],
    ['a revoked one', { end: 'revoked', isSuspended: true }, ['401 revoked_token']],
    ['a deleted one', { end: 'deleted' }, ['401 invalid_token']],
    ['one whose new token only the server knows', { token: null }, ['401 invalid_token']],
    ['one that has expired', { expiresAt: 1000, isSuspended: true }, ['401 expired_token']],
    ['one that expires meanwhile', { expiresAt: 1010 }, ['401 expired_token', '200']],
    ['one that expires later', { expiresAt: 1011 }, ['200']],
    ['one whose owner is stopped', { isSuspended: true }, ['401 suspended_token']],
    ['one without roles', { roles: [] }, [`403 insufficient_scope ${ARTICLE_FIND}`]],
  ])('to %s', (_, changes, expected) => {
    expect(answers(changes)).toEqual(expected);
  });

  it('to a token that is not the latest', () => {
    expect(answers({}, { token: 'before' })).toEqual(['401 invalid_token']);
    expect(answers({ end: 'revoked' }, { token: 'before' })).toEqual(['401 invalid_token']);
  });

  it('by each of the permissions that its roles may have', () => {
    const lists = [[ARTICLE_FIND], [CATEGORY_FIND]];
    expect(answers({}, { lists })).toEqual(['200', `403 insufficient_scope ${ARTICLE_FIND}`]);
    expect(answers({ roles: [writer, reader] }, { question: WHOAMI, lists })).toEqual([
      `200 as reader+writer for ${ARTICLE_FIND}`,
      `200 as reader+writer for ${ARTICLE_FIND}+${CATEGORY_FIND}`,
      `200 as reader+writer for ${ARTICLE_FIND}+${CATEGORY_FIND}`,
      `200 as reader+writer for ${CATEGORY_FIND}`,
    ]);
  });
});
