import { expect } from 'chai';
import fc from 'fast-check';
import { compileXPath } from '../../src/xpath/compile-xpath.ts';
import type { Dialect } from '../../src/xpath/compiled-expression.ts';
import { XPathEvaluationError, XPathParseError } from '../../src/xpath/xpath-error.ts';
import { FAMILY } from './family.ts';
import { nodeAt, testScope, tree } from './test-scope.ts';

const DIALECTS: readonly Dialect[] = ['commcare', 'odk'];
const family = tree(FAMILY);
const node = nodeAt(family, '/data/child[2]/age');
const scope = testScope({ main: family, instances: { towns: tree('<towns><town/></towns>') } });

/** Does all that a form does with an expression. Throws only what is no named error. */
function survive(source: string, dialect: Dialect): XPathParseError | undefined {
  try {
    const compiled = compileXPath(source, dialect);
    compiled.references(['data', 'child', 'age']);
    for (const act of ['evaluate', 'evaluateString', 'evaluateNodes'] as const) {
      evaluated(() => compiled[act](node, scope));
    }
    return undefined;
  } catch (error) {
    if (error instanceof XPathParseError) return error;
    throw error;
  }
}

function evaluated(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof XPathEvaluationError)) throw error;
  }
}

const PIECES = [
  '/', '//', '.', '..', '@', '*', '::', '|', '+', '-', '=', '!=', '<', '>=', '(', ')', '[', ']', ',', '$x', // prettier-ignore
  'and', 'or', 'div', 'mod', 'data', 'child', 'name', 'jr:itext', 'orx:*', 'self', 'ancestor', '1', '.5', '2.',
  "'a'", '""', 'position()', 'last()', 'count(', 'if(', 'concat(', 'not(', 'current()', "instance('towns')",
  'node()', 'text()', 'randomize(', 'indexed-repeat(', 'date(', 'format-date(', 'sum(', 'max(', 'substr(', ' ',
] as const; // prettier-ignore

describe('an expression that nobody would write', () => {
  it('of random characters is refused by name or evaluated', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(text, fc.constantFrom(...DIALECTS), (source, dialect) => {
        survive(source, dialect);
      }),
      { numRuns: 500 },
    );
  });

  it('of random pieces of expressions is refused by name or evaluated', () => {
    const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 });
    fc.assert(
      fc.property(pieces, fc.constantFrom(...DIALECTS), (source, dialect) => {
        survive(source.join(' '), dialect);
        survive(source.join(''), dialect);
      }),
      { numRuns: 1500 },
    );
  });

  const many = 10_000;
  const long: Readonly<Record<string, string>> = {
    'sums of 50,000 numbers': `1${'+1'.repeat(5 * many)}`,
    'operators of all precedences in turn': `1${'+1*2-3 div 4'.repeat(many)}`,
    'chains of conditions': `1${' and 1 or 0'.repeat(many)}`,
    'minus signs in a row': `${'-'.repeat(5 * many)}1`,
    'unions of 10,000 paths': `a${'|a'.repeat(many)}`,
    'predicates in a row': `child${'[1]'.repeat(many)}`,
    'a name of 100,000 characters': 'a'.repeat(10 * many),
    'a number of 100,000 digits': '1'.repeat(10 * many),
    'functions of 5,000 arguments': `concat(1${',1'.repeat(4999)})`,
  };
  for (const [what, source] of Object.entries(long)) {
    it(`can hold ${what}`, () => {
      for (const dialect of DIALECTS) expect(survive(source, dialect)).to.equal(undefined);
    });
  }

  const deep: Readonly<Record<string, string>> = {
    parentheses: `${'('.repeat(many)}1${')'.repeat(many)}`,
    predicates: `${'a['.repeat(many)}1${']'.repeat(many)}`,
    functions: `${'not('.repeat(many)}1${')'.repeat(many)}`,
    'filter expressions': `${'('.repeat(many)}a${')[1]'.repeat(many)}`,
  };
  for (const [what, source] of Object.entries(deep)) {
    it(`may not nest ${what} without end`, () => {
      expect(survive(source, 'odk')?.message).to.include('nested deeper than 500 levels');
    });
  }

  it('may not compare without end, climb or descend deeper than documents go, or pass any number of arguments', () => {
    const reason = (source: string) => survive(source, 'odk')?.reason;
    expect(reason(`1${'=1'.repeat(many)}`)).to.include('comparisons');
    expect(reason(`/a${'/a'.repeat(many)}`)).to.include('steps');
    expect(reason(`current()${'/..'.repeat(many)}`)).to.include('steps');
    expect(reason(`max(1${',1'.repeat(20 * many)})`)).to.include('arguments');
  });

  it('works to the limit', () => {
    expect(survive(`${'('.repeat(490)}1${')'.repeat(490)}`, 'odk')).to.equal(undefined);
    expect(survive(`${'a['.repeat(490)}1${']'.repeat(490)}`, 'odk')).to.equal(undefined);
    expect(survive(`${'if(1,'.repeat(490)}1${',2)'.repeat(490)}`, 'odk')).to.equal(undefined);
    expect(survive(`/a${'/a'.repeat(900)}`, 'odk')).to.equal(undefined);
  });
});

describe('a set of 200,000 nodes', () => {
  const many = tree(`<data>${'<n>1</n>'.repeat(200_000)}</data>`);

  for (const dialect of DIALECTS) {
    for (const call of ['min(/data/n)', 'max(/data/n)', 'sum(/data/n)', 'count(/data/n[. = 1])']) {
      it(`can be given to ${call} in the dialect ${dialect}`, () => {
        const compiled = compileXPath(call, dialect);
        expect(compiled.evaluateNumber(many, testScope({ main: many }))).to.be.above(0);
      });
    }
  }
});
