import { expect } from 'chai';
import { FUNCTION_TABLES, RARE_FUNCTIONS } from '../../src/xpath/functions/function-tables.ts';
import { rareFunctionNames } from '../../src/xpath/functions/rare-functions.ts';

describe('the functions of a dialect', () => {
  it('are rare exactly when the module of rare functions has them', () => {
    const rows = [...rareFunctionNames('commcare'), ...rareFunctionNames('odk')];
    expect([...RARE_FUNCTIONS].sort()).to.deep.equal([...new Set(rows)].sort());
  });

  for (const dialect of ['commcare', 'odk'] as const) {
    it(`of ${dialect} are found by each name that the table tells`, () => {
      const table = FUNCTION_TABLES[dialect];
      for (const name of table.names()) expect(table.get(name)?.name).to.equal(name);
      expect(new Set(table.names()).size).to.equal(table.names().length);
    });
  }
});
