import { expect } from 'chai';
import type { Dialect } from '../../src/xpath/compiled-expression.ts';
import {
  FUNCTION_TABLES,
  HEAVY_FUNCTIONS,
  RARE_FUNCTIONS,
} from '../../src/xpath/functions/function-tables.ts';
import { heavyFunctionNames } from '../../src/xpath/functions/heavy-functions.ts';
import { rareFunctionNames } from '../../src/xpath/functions/rare-functions.ts';

describe('the functions of a dialect', () => {
  const inBoth = (names: (dialect: Dialect) => readonly string[]) =>
    [...new Set([...names('commcare'), ...names('odk')])].sort();

  it('are rare or heavy exactly when the module of those has them', () => {
    expect([...RARE_FUNCTIONS].sort()).to.deep.equal(inBoth(rareFunctionNames));
    expect([...HEAVY_FUNCTIONS].sort()).to.deep.equal(inBoth(heavyFunctionNames));
  });

  for (const dialect of ['commcare', 'odk'] as const) {
    it(`of ${dialect} are found by each name that the table tells`, () => {
      const table = FUNCTION_TABLES[dialect];
      for (const name of table.names()) expect(table.get(name)?.name).to.equal(name);
      expect(new Set(table.names()).size).to.equal(table.names().length);
    });
  }
});
