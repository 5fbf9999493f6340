import { expect } from 'chai';
import fc from 'fast-check';
import { CaseDatabase } from '../../src/case/case-database.ts';
import { CaseNode } from '../../src/case/case-node.ts';
import type { Case } from '../../src/case/case.ts';
import { casedbDocument } from '../../src/case/casedb-document.ts';
import { packCases } from '../../src/case/database/packed-cases.ts';
import { compileXPath } from '../../src/xpath/compile-xpath.ts';
import type { Dialect } from '../../src/xpath/compiled-expression.ts';
import type { XPathNode } from '../../src/xpath/xpath-node.ts';
import { aCase, child } from '../case/a-case.ts';
import { evaluate, nodeAt, testScope, tree } from './test-scope.ts';

const CASES = "instance('casedb')/casedb/case";
const form = tree(`<data><word>b</word><number>3</number><none/>
  <rep><name>a</name><level>3</level><day>2026-02-01</day></rep>
  <rep><name/><level>10</level><day>2026-01-05</day></rep>
  <rep><name>b</name><level/><day/></rep></data>`);

/** Where an expression may stand: outside of forms, on a question, on one of a repeat. */
const PLACES = ['/', '/data/word', '/data/rep[1]/name', '/data/rep[2]/name'];

/** Cases of which most lie packed, one has changed since, one is new and one has gone. */
function databaseOf(cases: readonly Case[]): CaseDatabase {
  const database = new CaseDatabase();
  const half = cases.length >> 1;
  const block = (some: readonly Case[], first: number) => ({
    places: some.map((_, n) => first + n),
    cases: packCases(some),
  });
  database.load([block(cases.slice(0, half), 0), block(cases.slice(half), half)]);
  const [changed, gone] = cases;
  if (changed) database.put([{ ...changed, properties: { ...changed.properties, a: 'b' } }]);
  if (gone) database.remove([gone.caseId]);
  database.put([aCase('new', { properties: { a: 'x y' } })]);
  return database;
}

/** The same tree, of which nothing is asked but nodes. */
function withoutRecords(document: XPathNode): XPathNode {
  Object.assign(document.children[0]!, { records: undefined });
  return document;
}

/** The same tree, of which each child has to be looked at. */
function plain(document: XPathNode): XPathNode {
  const without = { records: undefined, lookup: undefined, lookupAll: undefined };
  Object.assign(document.children[0]!, without, { hasIndex: undefined });
  return document;
}

/** What an expression gives: ids of nodes, or a value, or why there is none. */
function result(source: string, dialect: Dialect, document: XPathNode, at: string): unknown {
  const node = nodeAt(form, at);
  const scope = testScope({ main: form, instances: { casedb: document, table: document } });
  try {
    const compiled = compileXPath(source, dialect);
    const value = compiled.evaluate(node, scope);
    return Array.isArray(value) ? value.map(({ index }: XPathNode) => index) : value;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Records give what nodes give; so does a walk, where nothing is at fault: an index is asked first. */
function compareWays(source: string, dialect: Dialect, make: () => XPathNode, at: string) {
  const found = result(source, dialect, make(), at);
  const byNodes = result(source, dialect, withoutRecords(make()), at);
  expect(found, source).to.deep.equal(byNodes);
  const walked = result(source, dialect, plain(make()), at);
  if (typeof found !== 'string' && typeof walked !== 'string')
    expect(found, source).to.deep.equal(walked);
}

const value = fc.constantFrom(
  '',
  'a',
  'b',
  'a b',
  'b c',
  '3',
  '10',
  '-1',
  '2026-01-05',
  '2026-02-01',
  'x y',
);
const properties = fc.dictionary(fc.constantFrom('a', 'b', 'day'), value, { maxKeys: 3 });
const aRandomCase = fc.record({
  properties,
  caseType: fc.constantFrom('patient', 'house'),
  status: fc.constantFrom('open' as const, 'closed' as const),
  dateOpened: fc.constantFrom('2026-01-01', '2026-01-05T23:00:00Z', '2026-02-01', ''),
  indices: fc.constantFrom([], [child('h1')], [child('h2')]),
});
const caseList = fc
  .array(aRandomCase, { maxLength: 24 })
  .map((all) => all.map((more, n) => aCase(`c${n}`, more)));

const OPERANDS = [
  "'b'",
  "'a b'",
  "''",
  '3',
  "date('2026-01-05')",
  '/data/word',
  '/data/number',
  '/data/none',
  'today()',
  "concat('a', ' b')",
  'current()',
  'number(/data/number) + 7',
  '/data/rep/name',
  '/data/rep/day',
  'number(/data/rep/level)',
  "concat(/data/rep/name, '')",
  'current()/../level',
];

/** Conditions over the keys of a record, alone and together. */
function conditionsOver(keys: readonly string[]): fc.Arbitrary<string> {
  const key = fc.constantFrom(...keys);
  const operand = fc.constantFrom(...OPERANDS);
  const comparison = fc
    .tuple(key, fc.constantFrom('=', '!=', '<', '<=', '>', '>='), operand, fc.boolean())
    .map(([left, operator, right, isTurned]) =>
      isTurned ? `${right} ${operator} ${left}` : `${left} ${operator} ${right}`,
    );
  const call = fc
    .tuple(
      fc.constantFrom(
        'selected(K, V)',
        'starts-with(K, V)',
        'contains(K, V)',
        'boolean(K)',
        'count(K) = 0',
        'string-length(K) > 1',
        'count-selected(K) = 2',
        'selected(V, K)',
        'date(K) < today()',
        "if(K = V, true(), K = '3')",
        "regex(K, '^[ab]')",
        'K < V and K != V',
        "K = 'a' and 1 div 0 > 1",
        'true()',
        'K + 1 > 3',
        'K = K',
        "K = concat(K, '')",
        "concat('', K) != K",
      ),
      key,
      operand,
    )
    .map(([call_, one, other]) => call_.replaceAll('K', one).replaceAll('V', other));
  const { condition } = fc.letrec<{ condition: string }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      comparison,
      call,
      fc.tuple(tie('condition'), tie('condition')).map(([a, b]) => `(${a} or ${b})`),
      fc.tuple(tie('condition'), tie('condition')).map(([a, b]) => `(${a} and ${b})`),
      tie('condition').map((a) => `not(${a})`),
    ),
  }));
  return condition;
}

function pathsTo(start: string, keys: readonly string[]): fc.Arbitrary<string> {
  const place = fc.constantFrom('[1]', '[position() < 4]', '[last()]');
  const predicate = fc.oneof(
    { arbitrary: conditionsOver(keys).map((condition) => `[${condition}]`), weight: 6 },
    { arbitrary: place, weight: 1 },
  );
  return fc
    .tuple(fc.array(predicate, { minLength: 1, maxLength: 3 }), fc.boolean())
    .map(([predicates, isCounted]) => {
      const path = `${start}${predicates.join('')}`;
      return isCounted ? `count(${path})` : path;
    });
}

describe('conditions on many records', () => {
  const keys = ['a', 'b', 'day', 'date_opened', '@case_type', '@status', 'index/parent', 'none'];

  it('keep the cases that a look at each case keeps, and fail as that fails', () => {
    fc.assert(
      fc.property(
        caseList,
        pathsTo(CASES, keys),
        fc.constantFrom(...PLACES),
        (cases, source, at) => {
          const make = () => casedbDocument(databaseOf(cases));
          compareWays(source, 'commcare', make, at);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keep the rows of a table that a look at each row keeps, in both dialects', () => {
    const cell = fc.constantFrom(
      ...['', '<a/>', '<a>b</a>', '<a>a b</a>', '<a>3</a>', '<a>10</a><a>b</a>'],
    );
    const row = fc.tuple(cell, fc.constantFrom('', 'day="2026-01-05"', 'day="x"'), value);
    const table = fc
      .array(row, { minLength: 6, maxLength: 20 })
      .map((rows) => rows.map(([a, day, b]) => `<item ${day}>${a}<b>${b}</b></item>`).join(''));
    const paths = pathsTo("instance('table')/root/item", ['a', 'b', '@day', 'none', 'b/c']);
    const dialects = fc.constantFrom<Dialect>('commcare', 'odk');
    fc.assert(
      fc.property(
        table,
        paths,
        dialects,
        fc.constantFrom(...PLACES),
        (items, source, dialect, at) => {
          const make = () => tree(`<root>${items}</root>`, ['@day']);
          compareWays(source, dialect, make, at);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a condition on rows that reads the form', () => {
  const rows = Array.from('AABBB', (district, n) => [district, n % 2 === 0 ? '10' : '3'])
    .concat([
      ['', ''],
      ['', '3'],
      ['C', ''],
      ['a', '1'],
      ['b', '2'],
    ])
    .map(
      ([district, level]) =>
        `<item k="${district}"><district>${district}</district><level>${level}</level></item>`,
    );
  const table = tree(`<root>${rows.join('')}</root>`, ['@k']);
  const answers = tree(`<data><here/>
    <rep><district>A</district><level>3</level><item/></rep>
    <rep><district/><level/><item/></rep>
    <rep><district>B</district><level>10</level><item/></rep></data>`);

  function places(predicate: string, at: string, dialect: Dialect): unknown {
    const source = `instance('table')/root/item[${predicate}]`;
    const scope = { main: answers, instances: { table }, at, dialect };
    return (evaluate(source, answers, scope) as readonly XPathNode[]).map(({ index }) => index);
  }

  for (const dialect of ['commcare', 'odk'] as const) {
    it(`goes by the answer of its own repeat (${dialect})`, () => {
      const choices = (at: number, predicate: string) =>
        places(predicate, `/data/rep[${at}]/item`, dialect);
      for (const predicate of ['district = /data/rep/district', '/data/rep/district = district']) {
        expect(choices(1, predicate)).to.deep.equal([0, 1]);
        expect(choices(2, predicate)).to.deep.equal([5, 6]);
        expect(choices(3, predicate)).to.deep.equal([2, 3, 4]);
      }
      expect(choices(1, 'level = number(/data/rep/level)')).to.deep.equal([1, 3, 6]);
      expect(choices(2, 'level = number(/data/rep/level)')).to.deep.equal([]);
      expect(choices(3, 'level = number(/data/rep/level)')).to.deep.equal([0, 2, 4]);
    });
  }

  it('goes by the first of several answers where it stands outside of the repeat', () => {
    expect(places('district = /data/rep/district', '/data/here', 'odk')).to.deep.equal([0, 1]);
  });

  it('goes by all answers of a repeat beneath “or” and “not”, where it is evaluated at each row', () => {
    const at = '/data/rep[2]/item';
    expect(places("@k = /data/rep/district or @k = 'C'", at, 'odk')).to.deep.equal([
      0, 1, 2, 3, 4, 5, 6, 7,
    ]);
    expect(places('not(@k = /data/rep/district)', at, 'odk')).to.deep.equal([7, 8, 9]);
    expect(() => places("@k = /data/rep/district or @k = 'C'", at, 'commcare')).to.throw(
      'leads to 3 nodes',
    );
  });
});

describe('conditions on ten thousand cases', () => {
  const SIZE = 10_000;
  const cases = Array.from({ length: SIZE }, (_, n) =>
    aCase(`c${n}`, {
      dateOpened: `2026-01-${String((n % 28) + 1).padStart(2, '0')}`,
      properties: { tags: `t${n % 50} all`, age: String(n % 90), name: `n${n}` },
    }),
  );

  /** The number of cases found, the values of cases that are read, of how many cases, and how many become nodes and stay. */
  function cost(source: string) {
    const database = databaseOf(cases);
    const at = database.at.bind(database);
    let kept = 0;
    database.at = (row) => {
      kept += 1;
      return at(row);
    };
    const document = casedbDocument(database);
    const { childrenNamed, scalarNamed } = CaseNode.prototype;
    let reads = 0;
    const made = new Set<CaseNode>();
    CaseNode.prototype.childrenNamed = function (name) {
      made.add(this);
      reads += 1;
      return childrenNamed.call(this, name);
    };
    CaseNode.prototype.scalarNamed = function (name) {
      made.add(this);
      reads += 1;
      return scalarNamed.call(this, name);
    };
    try {
      const found = result(source, 'commcare', document, '/data/word');
      const isList = Array.isArray(found);
      return { found: isList ? found.length : found, isList, reads, nodes: made.size, kept };
    } finally {
      Object.assign(CaseNode.prototype, { childrenNamed, scalarNamed });
    }
  }

  const sources: Readonly<Record<string, readonly [source: string, found: number, most: number]>> =
    {
      selected: [`${CASES}[selected(tags, 't7')]`, 200, 60],
      'a count': [`count(${CASES}[selected(tags, 't7')])`, 200, 60],
      'a count of all': [`count(${CASES})`, SIZE, 0],
      'a count of what an index finds': [
        `count(${CASES}[@case_type = 'patient'][@status = 'open'])`,
        SIZE,
        0,
      ],
      'a comparison of numbers': [`${CASES}[age >= 88]`, 222, 100],
      'an equality of numbers': [`${CASES}[age = 30]`, 111, 100],
      'a comparison of dates': [`${CASES}[date_opened < date('2026-01-03')]`, 716, 40],
      'a comparison with today': [`count(${CASES}[date_opened <= today()])`, SIZE, 40],
      not: [`count(${CASES}[not(selected(tags, 't7'))])`, SIZE - 200, 60],
      or: [`${CASES}[selected(tags, 't7') or age = 30 or @case_id = 'c1']`, 311, 200],
      and: [
        `${CASES}[@case_type = 'patient' and (age = 30 and not(@status = 'closed'))]`,
        111,
        100,
      ],
      'starts-with': [`count(${CASES}[starts-with(tags, 't4')])`, 2200, 60],
      'a blank value': [`count(${CASES}[village = ''])`, SIZE, 5],
    };
  for (const [what, [source, found, most]] of Object.entries(sources)) {
    it(`of the kind “${what}” are asked of each value once`, () => {
      const { reads, isList, ...of } = cost(source);
      expect(of.found).to.equal(found);
      expect(reads).to.be.at.most(most * 3);
      expect(of.nodes).to.be.at.most(most);
      // One more may be asked what an index is to be asked for.
      expect(of.kept).to.be.at.most(isList ? found + 1 : 0);
    });
  }
});
