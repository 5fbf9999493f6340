import { expect } from 'chai';
import { isNodes, toScalar } from '../../src/xpath/conversions.ts';
import { compileXPath } from '../../src/xpath/compile-xpath.ts';
import type { Dialect } from '../../src/xpath/compiled-expression.ts';
import { dateText } from '../../src/xpath/date-text.ts';
import { XPathDate } from '../../src/xpath/xpath-date.ts';
import { XPathEvaluationError, XPathParseError } from '../../src/xpath/xpath-error.ts';
import commcare from './commcare.json';
import { FAMILY } from './family.ts';
import odk from './odk.json';
import { evaluate, nodeAt, testScope, tree } from './test-scope.ts';

const TOWNS = `<towns>
  <town id="t1"><name>Asha</name><people>10</people></town>
  <town id="t2"><name>Bor</name><people>25</people></town>
</towns>`;

const family = tree(FAMILY);
const scope = testScope({ main: family, instances: { towns: tree(TOWNS) } });

/** What an expression gives: a scalar as JSON holds it, or the phase of its error. */
function outcome(source: string, at: string, dialect: Dialect): unknown {
  try {
    const node = nodeAt(family, at);
    const compiled = compileXPath(source, dialect);
    const value = compiled.evaluate(node, scope);
    if (isNodes(value)) compiled.evaluateString(node, scope);
    return plain(toScalar(value, { dialect, timeZone: 'UTC' }));
  } catch (error) {
    if (error instanceof XPathParseError) return { error: 'parse' };
    if (error instanceof XPathEvaluationError) return { error: error.phase };
    throw error;
  }
}

function plain(value: unknown): unknown {
  if (value instanceof XPathDate) return dateText(value, 'UTC');
  return typeof value === 'number' && Number.isNaN(value) ? 'NaN' : value;
}

for (const [dialect, rows] of Object.entries({ commcare, odk })) {
  describe(`an expression in the dialect ${dialect}`, () => {
    for (const [source, at, expected] of rows as [string, string, unknown][]) {
      it(`${source} on ${at} is ${JSON.stringify(expected)}`, () => {
        expect(outcome(source, at, dialect as Dialect)).to.deep.equal(expected);
      });
    }
  });
}

describe('a compiled expression', () => {
  it('says whether it may change by itself', () => {
    const isVolatile = (source: string) => compileXPath(source, 'odk').volatile;
    expect(isVolatile('today() > /data/due')).to.be.true;
    expect(isVolatile('/data/a[. = random()]')).to.be.true;
    expect(isVolatile('randomize(/data/a)')).to.be.true;
    expect(isVolatile('randomize(/data/a, 42)')).to.be.false;
    expect(isVolatile('concat(/data/a, pi())')).to.be.false;
  });

  it('names the functions that it calls, those in predicates too', () => {
    const { functions } = compileXPath("if(/data/a[not(b)], 'x', jr:itext('y'))", 'commcare');
    expect([...functions]).to.have.members(['if', 'not', 'jr:itext']);
  });

  it('calls functions of the host with evaluated arguments', () => {
    const functions = {
      'jr:itext': (args: readonly unknown[]) => `text of ${String(args[0])}`,
    };
    expect(evaluate("concat(jr:itext('a'), '!')", family, { functions })).to.equal('text of a!');
  });

  it('knows the language of a node, which its ancestors may tell', () => {
    const texts = tree('<data xml:lang="en-GB"><a/><b xml:lang="fr"><c/></b></data>');
    const langs = (source: string) => evaluate(source, texts, { dialect: 'odk' });
    expect(langs("count(//*[lang('en')])")).to.equal(2);
    expect(langs("count(//*[lang('FR')])")).to.equal(2);
    expect(langs("count(//*[lang('e')])")).to.equal(0);
  });

  it('depends on the whole document when it looks for identifiers', () => {
    const [reference] = compileXPath("id('k1')", 'odk').references(['data', 'x']);
    expect(reference?.path).to.deep.equal(['**']);
  });

  it('is shown in part when it is long: around the place that is wrong', () => {
    const source = `${'1 + '.repeat(100)}wrong wrong${' + 1'.repeat(100)}`;
    const message = () => compileXPath(source, 'odk');
    expect(message).to.throw(XPathParseError, /character 407 of: ….*wrong wrong.*…/);
    expect(message).to.throw(XPathParseError).with.property('message').with.length.below(300);
  });

  it('reads variables', () => {
    expect(evaluate('$limit + 1', family, { variables: { limit: 4 } })).to.equal(5);
    expect(() => evaluate('$other', family)).to.throw(XPathEvaluationError, '$other');
  });

  it('gives each type without a detour, and the same one', () => {
    const compiled = compileXPath('/data/total', 'commcare');
    expect(compiled.evaluateString(family, scope)).to.equal('7');
    expect(compiled.evaluateNumber(family, scope)).to.equal(7);
    expect(compiled.evaluateBoolean(family, scope)).to.be.true;
    expect(compiled.evaluateNodes(family, scope)).to.have.length(1);
  });

  it('refuses to give nodes of a value', () => {
    const compiled = compileXPath('1 + 1', 'commcare');
    expect(() => compiled.evaluateNodes(family, scope)).to.throw(XPathEvaluationError, 'nodes');
  });

  it('never brings out irrelevant nodes', () => {
    const document = tree('<data><a>1</a><a>2</a></data>');
    const hidden = nodeAt(document, '/data/a[2]');
    Object.defineProperty(hidden, 'relevant', { value: false });
    expect(evaluate('/data/a', document)).to.have.length(1);
    expect(evaluate('sum(/data/a)', document)).to.equal(1);
  });

  it('allows a path without nodes where the tree says that it may have them', () => {
    const document = tree('<data/>');
    const data = nodeAt(document, '/data');
    data.canHave = (path: readonly string[]) => path.join('/') === 'repeat/name';
    expect(evaluate('/data/repeat/name', document)).to.deep.equal([]);
    expect(() => evaluate('/data/repeat/nome', document)).to.throw(XPathEvaluationError, 'nome');
  });

  it('starts absolute paths in the main document, also on a node of another', () => {
    const item = nodeAt(tree('<root><item><name>x</name></item></root>'), '/root/item');
    const compiled = compileXPath("concat(name, ' of ', /data/title)", 'commcare');
    expect(compiled.evaluateString(item, scope)).to.equal('x of Family');
  });
});

describe('an error of an expression', () => {
  it('has the reason and the place in the text', () => {
    const error = caught(() => compileXPath('concat(1, 2', 'commcare')) as XPathParseError;
    expect(error).to.be.instanceOf(XPathParseError);
    expect(error.offset).to.equal(11);
    expect(error.message).to.include('“)” is missing').and.to.include('character 12');
  });

  it('names the nodes that are too many, and a way out', () => {
    const error = caught(() => evaluate('/data/child/name + 1', family)) as XPathEvaluationError;
    expect(error.message).to.include('/data/child[2]/name').and.to.include('predicate');
  });

  it('names the path that is misspelt', () => {
    const error = caught(() => evaluate('/data/chidl[1]/name + 1', family));
    expect(String(error)).to.include('/data/chidl/name');
  });

  it('says what a function takes', () => {
    const error = caught(() => compileXPath('cond(1, 2, 3, 4)', 'commcare'));
    expect(String(error)).to.include('3 or more arguments, in steps of 2, not 4');
  });
});

function caught(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new RangeError('Nothing was thrown');
}
