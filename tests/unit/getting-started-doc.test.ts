import { readFileSync } from 'node:fs';
import path from 'node:path';

import { whoami } from '../../contracts';
import { refusalBody } from '../../server/src/domain/refusals';
import { codeBlocksOf } from '../support/code-blocks';

const DOC = readFileSync(path.join(__dirname, '../../docs/getting-started.md'), 'utf8');

const [answer, refusal] = codeBlocksOf(DOC)
  .filter(({ language }) => language === 'json')
  .map(({ text }): unknown => JSON.parse(text));

describe('the answers that the first steps show', () => {
  it('are what a key is told of itself', () => {
    const { data } = answer as { data: unknown };

    expect(whoami.parse(data)).toEqual(data);
  });

  it('are what a key is told that may not do it', () => {
    expect(refusal).toEqual(
      refusalBody({
        code: 'insufficient_scope',
        required: ['api::category.category.find'],
        accessId: '7Hd2kQpXw3Zt',
      }),
    );
  });
});
