import { expect } from 'chai';
import { compileXPath } from '../../src/xpath/compile-xpath.ts';
import type { Dialect } from '../../src/xpath/compiled-expression.ts';
import { XPathEvaluationError } from '../../src/xpath/xpath-error.ts';
import type { XPathNode } from '../../src/xpath/xpath-node.ts';
import { nodeAt, testScope, tree } from './test-scope.ts';

const ROWS = 200;

/** A table of rows, half of them in one district, and a form that points to a row. */
function world() {
  const rows = Array.from(
    { length: ROWS },
    (_, i) =>
      `<item id="i${i}"><district>d${i % 2}</district><name>n${i}</name><next>i${i + 1}</next></item>`,
  );
  const table = tree(`<root>${rows.join('')}</root>`);
  const main = tree('<data><id>i7</id><district>d1</district><other><id>i8</id></other></data>');
  return { table, main, count: countReads(table) };
}

/** Counts how often the value of any leaf or attribute of the table is read. */
function countReads(table: XPathNode): { reads: number } {
  const counter = { reads: 0 };
  for (const item of nodeAt(table, '/root').children) {
    for (const node of [...item.children, ...item.attributes]) {
      const { text } = node;
      Object.defineProperty(node, 'value', { get: () => ((counter.reads += 1), text) });
    }
  }
  return counter;
}

/** The names found, and the reads that it takes once the index stands. */
function search(source: string, dialect: Dialect): { found: string; reads: number } {
  const { table, main, count } = world();
  const compiled = compileXPath(source, dialect);
  const scope = testScope({ main, instances: { towns: table } });
  const node = nodeAt(main, '/data/district');
  compiled.evaluate(node, scope);
  count.reads = 0;
  const found = compiled.evaluateNodes(node, scope);
  const { reads } = count;
  return { found: found.map(({ text }) => text).join(' '), reads };
}

describe('an equality in a predicate is answered from an index', () => {
  const towns = "instance('towns')/root/item";
  const written: Readonly<Record<string, string>> = {
    'of an attribute with a text': `${towns}[@id = 'i7']/name`,
    'with the sides exchanged': `${towns}['i7' = @id]/name`,
    'with an absolute path': `${towns}[@id = /data/id]/name`,
    'with a path from current()': `${towns}[@id = current()/../id]/name`,
    'with a computed text': `${towns}[name = concat('n', 6 + 1)]/name`,
    'in the first of two predicates': `${towns}[@id = 'i7'][district = 'd1']/name`,
    'in the second of two predicates': `${towns}[district = 'd1'][@id = 'i7']/name`,
    'beside another with and': `${towns}[district = /data/district and @id = /data/id]/name`,
    'deep in parentheses': `${towns}[district = 'd1' and (name != 'x' and (@id = 'i7'))]/name`,
    'of the row that another row of the same table names': `${towns}[@id = ${towns}[@id = 'i6']/next]/name`,
  };
  for (const [how, source] of Object.entries(written)) {
    for (const dialect of ['commcare', 'odk'] as const) {
      it(`${how}, in the dialect ${dialect}`, () => {
        const { found, reads } = search(source, dialect);
        expect(found).to.equal('n7');
        expect(reads).to.be.below(5);
      });
    }
  }

  it('of several keys together, where the tree answers them so, and walks over what is left', () => {
    const { table, main, count } = world();
    const root = nodeAt(table, '/root');
    const asked: unknown[] = [];
    root.records = () => undefined;
    root.hasIndex = (key) => key.startsWith('@') || key === 'district';
    root.lookupAll = (name, conditions) => {
      asked.push(conditions);
      const [, narrow] = conditions.map(([key, value]) => root.lookup!(name, key, value)!);
      return narrow;
    };
    const source = `${towns}[district = 'd1'][@id = 'i7'][name != 'x']/name`;
    const scope = testScope({ main, instances: { towns: table } });
    const found = compileXPath(source, 'commcare').evaluateNodes(main, scope);
    expect(found.map(({ text }) => text)).to.deep.equal(['n7']);
    expect(asked).to.deep.equal([
      [
        ['district', 'd1'],
        ['@id', 'i7'],
      ],
    ]);
    expect(count.reads).to.be.below(ROWS * 2 + 5);
  });

  it('under each of several parents', () => {
    const district = (n: number) => `<d>${`<v><c>x</c></v>`.repeat(20)}<v><c>y${n}</c></v></d>`;
    const table = tree(`<root>${district(1)}${district(2)}</root>`);
    const compiled = compileXPath("instance('t')/root/d/v[c = 'y2']/c", 'odk');
    const nodes = compiled.evaluateNodes(
      table,
      testScope({ main: table, instances: { t: table } }),
    );
    expect(nodes.map(({ text }) => text)).to.deep.equal(['y2']);
    expect(nodeAt(table, '/root/d[2]').lookup!('v', 'c', 'y2')).to.deep.equal([nodes[0]!.parent]);
  });

  it('but not with what differs from row to row', () => {
    for (const source of [
      `${towns}[next = @id]/name`,
      `${towns}[next = concat('i', position())]/name`,
    ]) {
      const { table, main } = world();
      const scope = testScope({ main, instances: { towns: table } });
      const nodes = compileXPath(source, 'odk').evaluateNodes(main, scope);
      expect(nodes).to.have.length(source.includes('position') ? ROWS : 0);
    }
  });

  it('but not with a path of the same table that leads to the row itself', () => {
    const { table, main } = world();
    const scope = testScope({ main, instances: { towns: table } });
    const compiled = compileXPath(`count(${towns}[name = ${towns}/name])`, 'commcare');
    expect(compiled.evaluateNumber(nodeAt(main, '/data'), scope)).to.equal(ROWS);
  });
});

describe('a relative path beside a key', () => {
  const rows = '<item id="a"><n>1</n></item><item id="b"><n>2</n></item>';
  const main = tree('<data><rep id="b"><n/></rep></data>');
  const found = (indices: readonly string[], dialect: Dialect): unknown => {
    const instances = { towns: tree(`<root id="a">${rows}</root>`, indices) };
    const compiled = compileXPath("instance('towns')/root/item[@id = ../@id]/n", dialect);
    return compiled.evaluateString(nodeAt(main, '/data/rep/n'), testScope({ main, instances }));
  };

  it('starts from where the whole expression stands in CommCare, when the key has a declared index', () => {
    expect(found(['@id'], 'commcare')).to.equal('2');
  });

  it('starts from the candidate otherwise', () => {
    expect(found([], 'commcare')).to.equal('1');
    expect(found(['@id'], 'odk')).to.equal('1');
  });

  it('does so beside another key, and also where nothing is left to compare', () => {
    const rows = '<item id="a" kind="x"/><item id="b" kind="x"/><item id="b" kind="y"/>';
    const towns = tree(`<root id="a">${rows}</root>`, ['@id', '@kind']);
    const count = (predicates: string) =>
      compileXPath(`count(instance('towns')/root/item${predicates})`, 'commcare').evaluateNumber(
        nodeAt(main, '/data/rep/n'),
        testScope({ main, instances: { towns } }),
      );
    expect(count("[@kind = 'y'][@id = ../@id]")).to.equal(1);
    expect(count("[@kind = 'x'][@id = ../@id]")).to.equal(1);
    expect(() => count("[@kind = 'z'][@id = /data/nowhere]")).to.throw(XPathEvaluationError);
  });
});
