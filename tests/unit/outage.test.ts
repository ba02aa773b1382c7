import { faultWord, nextWaitMs, pauseMsAfter } from '../../server/src/domain/outage';

describe('a service that has gone away', () => {
  it('is left alone for longer each time that it comes and goes, up to a minute', () => {
    const pauses: number[] = [];
    let pauseMs = 0;
    for (let at = 0; at < 12; at += 1) {
      pauseMs = pauseMsAfter(pauseMs, 59_999);
      pauses.push(pauseMs);
    }

    expect(pauses).toEqual([
      100, 200, 400, 800, 1600, 3200, 6400, 12_800, 25_600, 51_200, 60_000, 60_000,
    ]);
  });

  it('is forgiven once it has stayed up for a minute', () => {
    expect(pauseMsAfter(51_200, 60_000)).toBe(100);
    expect(pauseMsAfter(0, Infinity)).toBe(100);
  });

  it('is tried about each second, and never before its pause is over', () => {
    expect([100, 200, 800, 1000].map((ms) => nextWaitMs(100, ms))).toEqual([200, 400, 1000, 1000]);
    expect(nextWaitMs(25_600, 25_600)).toBe(25_600);
  });
});

describe('why it has gone', () => {
  it.each([
    [
      Object.assign(new Error('connect ECONNREFUSED 10.0.0.1:6379'), { code: 'ECONNREFUSED' }),
      'ECONNREFUSED',
    ],
    [new Error('WRONGPASS invalid username-password pair or user is disabled.'), 'WRONGPASS'],
    [new Error("READONLY You can't write against a read only replica."), 'READONLY'],
    [new Error('OOM command not allowed'), 'OOM'],
    [new Error('TIMEOUT'), 'TIMEOUT'],
    [new Error("Stream isn't writeable"), null],
    [new Error('Redis connection is not ready'), null],
    [new Error('ERR:secret'), null],
    [new Error(''), null],
    ['READONLY', null],
    [undefined, null],
  ])('is one word that says nothing else: %s', (error, word) => {
    expect(faultWord(error)).toBe(word);
  });
});
