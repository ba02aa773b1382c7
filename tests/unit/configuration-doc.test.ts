import { configurationTable } from '../support/configuration-table';
import { toldAndMade } from '../support/made-docs';

describe('the table of options in the docs', () => {
  it('says what the schema of the config says', () => {
    const { told, made } = toldAndMade('configuration.md', configurationTable());

    expect(told).toBe(made);
  });
});
