import fc from 'fast-check';
import { keyName } from '../../contracts';
import { replacementName } from '../../admin/src/pages/keys/replacement-name';

describe('the name that is suggested for a replacement', () => {
  it.each([
    ['prod-main-app', 'prod-main-app-2'],
    ['prod-main-app-2', 'prod-main-app-3'],
    ['prod-main-app-9', 'prod-main-app-10'],
    ['prod_main_app', 'prod_main_app_2'],
    ['prod_main_app_2', 'prod_main_app_3'],
    ['Main app', 'Main app (2)'],
    ['Main app (2)', 'Main app (3)'],
    ['app', 'app-2'],
    // A number that is part of the name, not a count of it.
    ['web2', 'web2-2'],
  ])('follows the style of %s: %s', (name, expected) => {
    expect(replacementName(name)).toBe(expected);
  });

  it('fits the longest name, and cuts no character in two', () => {
    expect(replacementName('a'.repeat(100))).toBe(`${'a'.repeat(98)}-2`);
    expect(replacementName(`${'a'.repeat(97)}🚀b`)).toBe(`${'a'.repeat(97)}-2`);
  });

  it('differs from the name, and is a name itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9 _-]{0,98}$/), (name) => {
        const valid = keyName.safeParse(name);
        fc.pre(valid.success);
        const next = replacementName(valid.data);
        expect(next).not.toBe(valid.data);
        expect(keyName.safeParse(next).success).toBe(true);
      }),
    );
  });
});
