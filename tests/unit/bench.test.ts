/** What the benchmarks make of what they measured. */
import { ask } from '../support/ask-node';

/** Answers of one module of the benchmarks, by the names that it exports. */
const answers = (module: string, expression: string): unknown =>
  ask(`
    import * as bench from './bench/lib/${module}.mjs';
    console.log(JSON.stringify(await (${expression})));`);

describe('figures of many rounds', () => {
  it('are told by the middle one, and by those that lay farthest from it', () => {
    expect(answers('statistics', 'bench.spread([5, 1, 100, 3, 4])')).toEqual({
      median: 4,
      min: 1,
      max: 100,
    });
  });

  it.each([
    [0.5, 51],
    [0.99, 100],
    [1, 100],
    [0, 1],
  ])('have a percentile %p of 1 to 100, whatever their order: %p', (share, expected) => {
    const samples = JSON.stringify(Array.from({ length: 100 }, (_, n) => 100 - n));
    expect(answers('statistics', `bench.percentile(${samples}, ${share})`)).toBe(expected);
  });

  it('come from rounds that each begin with another contender, warm-ups left out', () => {
    expect(
      answers(
        'rounds',
        `(async () => {
          const order = [];
          const contender = (name) => async () => order.push(name);
          const samples = await bench.interleaved(
            { a: contender('a'), b: contender('b'), c: contender('c') },
            { rounds: 2 },
          );
          return { order: order.join(''), samples };
        })()`,
      ),
    ).toEqual({ order: 'abcbcacab', samples: { a: [6, 8], b: [4, 9], c: [5, 7] } });
  });
});

describe('bounds', () => {
  it.each([
    [{ most: 0.1 }, 0.1, '<= 0.1', true],
    [{ most: 0.1 }, 0.1001, '<= 0.1', false],
    [{ most: 1 / 30 }, 0.02, '<= 0.0333', true],
    [{ least: 0.9 }, 0.9, '>= 0.9', true],
    [{ least: 0.9 }, 0.89, '>= 0.9', false],
    [{ most: 0 }, 0, '<= 0', true],
    [{ most: 0 }, 1, '<= 0', false],
  ])('%j over %p reads %p, met: %p', (bound, value, text, met) => {
    const given = JSON.stringify(bound);
    expect(
      answers('bounds', `[bench.boundText(${given}), bench.isMet(${given}, ${value})]`),
    ).toEqual([text, met]);
  });

  it('are not met by what could not be computed', () => {
    expect(
      answers('bounds', '[bench.isMet({ most: 1 }, NaN), bench.isMet({ least: 1 }, NaN)]'),
    ).toEqual([false, false]);
  });

  it('are judged by the medians, against the peer that they name, and in itself', () => {
    const figure = {
      name: 'figure',
      unit: 'µs',
      ours: { median: 10, min: 5, max: 90 },
      peers: { one: { median: 100, min: 1, max: 900 }, other: 20 },
      bounds: { one: { most: 0.09 } },
      limit: { most: 10 },
    };
    expect(answers('bounds', `bench.judge(${JSON.stringify(figure)})`)).toEqual({
      name: 'figure',
      unit: 'µs',
      ours: { median: 10, min: 5, max: 90, bound: '<= 10', met: true },
      peers: [
        { peer: 'one', median: 100, min: 1, max: 900, ratio: 0.1, bound: '<= 0.09', met: false },
        { peer: 'other', median: 20, min: 20, max: 20, ratio: 0.5 },
      ],
    });
  });
});

describe('the table of figures', () => {
  const figures = [
    {
      name: 'a',
      unit: 'ms',
      ours: { median: 1.234, min: 1, max: 2 },
      peers: { peer: 4 },
      bounds: { peer: { most: 0.2 } },
    },
    { name: 'b', missing: 'nothing answers at 127.0.0.1:5432' },
  ];
  const table = (isQuick: boolean): unknown =>
    answers('report', `bench.tableOf(bench.judged(${JSON.stringify(figures)}, ${isQuick}))`);

  it('shows each figure with its peers, its noise and its bound, and what was not measured', () => {
    expect(table(false)).toEqual([
      'figure  who           median   min to max  ours / it  bound   met',
      'a       ours          1.23 ms  1 to 2',
      '        peer          4 ms                 0.308      <= 0.2  NO',
      'b       NOT MEASURED  nothing answers at 127.0.0.1:5432',
    ]);
  });

  it('judges nothing by the few rounds of a smoke run', () => {
    expect((table(true) as string[]).join('\n')).not.toMatch(/<=|NO$/m);
  });
});
