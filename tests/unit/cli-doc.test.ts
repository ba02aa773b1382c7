import { commandSections } from '../support/cli-options';
import { toldAndMade } from '../support/made-docs';

describe('the commands in the docs', () => {
  it('take what their help says', () => {
    const { told, made } = toldAndMade('cli.md', commandSections());

    expect(told).toBe(made);
  });
});
