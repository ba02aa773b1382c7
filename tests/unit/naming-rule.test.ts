import fc from 'fast-check';

import {
  compileRule,
  isNameAllowed,
  namingSentence,
  testRule,
} from '../../server/src/domain/naming-rule';

const faultOf = (pattern: string) => {
  const rule = compileRule(pattern);
  return rule.ok ? null : rule.fault;
};

describe('a naming rule', () => {
  it.each([
    ['prod-[a-z0-9-]+', 'prod-main-app', true],
    ['prod-[a-z0-9-]+', 'xprod-main-app', false],
    ['prod-[a-z0-9-]+', 'prod-main-app!', false],
    ['prod|dev', 'prod-main', false],
    ['(?m)^prod$', 'dev\nprod', false],
    ['(?i)PROD-.*', 'prod-main', true],
    ['\\p{Lu}.*', 'Über', true],
    ['.', '🚀', true],
  ])('%s, of the whole of “%s”: %s', (pattern, name, expected) => {
    expect(testRule(pattern, [name])).toEqual({ fault: null, matches: [expected] });
  });

  it.each([
    ['prod-(a|b', 'This pattern cannot be read: missing closing ).', 5],
    ['\\((a|b', 'This pattern cannot be read: missing closing ).', 2],
    ['prod)-a', 'This pattern cannot be read: unexpected ).', 4],
    ['(a)b)', 'This pattern cannot be read: unexpected ).', 4],
    ['prod-[a-z', 'This pattern cannot be read: missing closing ].', 5],
    ['[z-a]', 'This pattern cannot be read: invalid character class range.', 1],
    ['a**', 'This pattern cannot be read: invalid nested repetition operator.', 1],
    ['x{9}x{1001}', 'This pattern cannot be read: invalid repeat count.', 5],
    ['(a{500}){500}', 'This pattern cannot be read: invalid repeat count.', 8],
    ['🚀\\pX', 'This pattern cannot be read: invalid character class range.', 2],
    ['prod(?=-x)', 'RE2 has no look-ahead and no look-behind.', 4],
    ['(?<!x)prod', 'RE2 has no look-ahead and no look-behind.', 0],
    ['(a)\\1', 'RE2 has no back-references.', 3],
  ])('%s cannot be read, and says where', (pattern, message, at) => {
    expect(faultOf(pattern)).toEqual({ message, at });
  });

  it('tells no single place where there is none', () => {
    expect(faultOf('((a')).toMatchObject({ at: null });
  });

  it('is refused where it compiles to something huge, and stays fast', () => {
    for (const pattern of ['\\pL{1000}'.repeat(50), '(?:[a-z]{0,1000})*'.repeat(25)]) {
      expect(faultOf(pattern)?.message).toMatch(/too large/);
    }
    expect(faultOf('[a-z]{1,100}(-[a-z]{1,20}){0,10}')).toBeNull();
  });

  it.each(['(a+)+$', '(a|a)*b', '(a|aa)+$', '(.*a){12}', '([a-zA-Z]+)*!', '(x+x+)+y'])(
    'needs time in proportion to the name, also for %s',
    (pattern) => {
      const rule = compileRule(pattern);
      if (!rule.ok) throw new Error(rule.fault.message);
      const timeFor = (length: number) => {
        const name = `${'a'.repeat(length)}?`;
        rule.matches(name);
        const start = performance.now();
        expect(rule.matches(name)).toBe(false);
        return performance.now() - start;
      };
      // A backtracking engine would need longer than the universe is old.
      expect(timeFor(20_000)).toBeLessThan(5_000);
    },
  );

  it('agrees with the engine of JavaScript where both know the syntax', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '-');
    const part = fc
      .tuple(atom, fc.constantFrom('', '?', '*', '+', '{1,3}'))
      .map(([one, count]) => one + count);
    const pattern = fc
      .array(part, { minLength: 1, maxLength: 6 })
      .map((parts) => parts.join(''))
      .chain((text) => fc.constantFrom(text, `(${text})`, `(${text}|b)`, `${text}|a`));
    const name = fc.array(fc.constantFrom('a', 'b', '-', '7', 'é'), { maxLength: 12 });
    fc.assert(
      fc.property(pattern, name, (source, letters) => {
        const text = letters.join('');
        const rule = compileRule(source);
        if (!rule.ok) throw new Error(rule.fault.message);
        expect(rule.matches(text)).toBe(new RegExp(`^(?:${source})$`, 'u').test(text));
      }),
      { numRuns: 500 },
    );
  });

  it('never throws, whatever is typed, and marks a place that lies in the pattern', () => {
    const typed = fc.string({
      unit: fc.constantFrom(...Array.from('()[]{}*+?|\\^$.-,:<=!PpLQE019aé🚀')),
      maxLength: 24,
    });
    fc.assert(
      fc.property(typed, (pattern) => {
        const { fault, matches } = testRule(pattern, ['a', '']);
        expect(matches).toHaveLength(fault === null ? 2 : 0);
        const at = fault?.at ?? 0;
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThanOrEqual(Math.max(0, pattern.length - 1));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('names and rules', () => {
  const prod = { pattern: 'prod-.+', example: 'prod-main-app' };
  const dev = { pattern: 'dev-.+', example: 'dev-main-app' };

  it('are read as the form of a key reads them', () => {
    expect(testRule('caf\u00e9', [' cafe\u0301 '])).toEqual({ fault: null, matches: [true] });
  });

  it('need one rule that allows the name; one that cannot be read allows none', () => {
    expect(isNameAllowed([prod, dev], 'dev-x')).toBe(true);
    expect(isNameAllowed([prod, dev], 'stage-x')).toBe(false);
    expect(isNameAllowed([{ pattern: '(', example: '(' }], '(')).toBe(false);
  });

  it('are told with their examples', () => {
    expect(namingSentence([prod, dev])).toBe(
      'The Access Name must match prod-.+ (such as prod-main-app) or dev-.+ (such as dev-main-app).',
    );
  });

  it('are at fault while the pattern is empty', () => {
    expect(testRule('', ['x'])).toEqual({
      fault: { message: 'A pattern is required.', at: null },
      matches: [],
    });
  });
});
