import fc from 'fast-check';

import { cutTokens } from '../../admin/src/pages/keys/cut-tokens';
import { displayId, formatToken } from '../../server/src/domain/token';
import { token } from './arbitraries';

const SHOWN = 'sak_7Hd2kQpXw3Zt';

describe('text that is typed or pasted into the search field', () => {
  test('stays as it is without a token in it', () => {
    for (const text of ['', 'prod-main-app', SHOWN, 'a_b_c', 'snake_case_of_many_words']) {
      expect(cutTokens(text)).toBe(text);
    }
  });

  test('becomes the Access ID where a token stands anywhere in it, whole or cut short', () => {
    fc.assert(
      fc.property(token, fc.nat(40), fc.boolean(), (parts, lost, isQuoted) => {
        const text = formatToken(parts).slice(0, lost === 0 ? undefined : -lost);
        const typed = isQuoted ? `curl -H 'Authorization: Bearer ${text}' https://x.org` : text;

        expect(cutTokens(typed)).toBe(displayId(parts.prefix, parts.accessId));
      }),
    );
  });

  test('keeps the masked form, in which there is no secret', () => {
    expect(cutTokens(`${SHOWN}_••••a1B2`)).toBe(`${SHOWN}_••••a1B2`);
  });
});
