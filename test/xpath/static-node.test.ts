import { expect } from 'chai';
import fc from 'fast-check';
import { compileXPath } from '../../src/xpath/compile-xpath.ts';
import type { Dialect } from '../../src/xpath/compiled-expression.ts';
import type { SourceElement } from '../../src/xpath/source-element.ts';
import { staticDocument } from '../../src/xpath/static-node.ts';
import type { XPathNode } from '../../src/xpath/xpath-node.ts';
import { nodeAt, testScope, tree } from './test-scope.ts';

function element(
  name: string,
  children: readonly (SourceElement | string)[],
  id?: string,
): SourceElement {
  const attributes = id === undefined ? [] : [{ name: 'id', namespace: '', value: id }];
  return { name, namespace: '', attributes, children };
}

describe('a static tree', () => {
  const document = tree('<data a="1" b="2"><x>one</x><y/><x>two<z>!</z></x></data>');

  it('has its elements by name, in document order', () => {
    const data = nodeAt(document, '/data');
    expect(data.childrenNamed('x').map((node) => node.text)).to.deep.equal(['one', 'two!']);
    expect(data.children.map((node) => `${node.name}${node.index}`)).to.deep.equal([
      'x0',
      'y0',
      'x1',
    ]);
    expect(data.childrenNamed('q')).to.deep.equal([]);
  });

  it('has its attributes', () => {
    const data = nodeAt(document, '/data');
    expect(data.attributes.map((node) => node.text)).to.deep.equal(['1', '2']);
    expect(data.attribute('b')?.parent).to.equal(data);
    expect(data.attribute('c')).to.equal(undefined);
  });

  it('gives the same node each time', () => {
    expect(nodeAt(document, '/data/x[2]/z')).to.equal(nodeAt(document, '/data/x[2]/z'));
  });

  it('has a value in leaves only, and text everywhere', () => {
    expect(nodeAt(document, '/data/x[2]').value).to.equal('');
    expect(nodeAt(document, '/data/x[2]').text).to.equal('two!');
  });

  it('does not touch what is not visited', () => {
    const trap: SourceElement = {
      ...element('trap', []),
      get children(): never {
        throw new RangeError('visited');
      },
    };
    const data = nodeAt(staticDocument(element('data', [element('x', ['1']), trap])), '/data');
    expect(data.childrenNamed('x')[0]?.text).to.equal('1');
    expect(() => nodeAt(data, 'trap').children).to.throw('visited');
  });
});

describe('the index of a static tree', () => {
  it('is used for few children only where it is declared', () => {
    const xml = '<root><item><id>a</id></item><item><id>b</id></item></root>';
    expect(nodeAt(tree(xml), '/root').lookup!('item', 'id', 'b')).to.equal(undefined);
    expect(nodeAt(tree(xml, ['id']), '/root').lookup!('item', 'id', 'b')).to.have.length(1);
  });

  it('leaves to walking a key that has several nodes in one row', () => {
    const rows = Array.from(
      { length: 20 },
      (_, i) => `<item><k>${i}</k>${i === 7 ? '<k>x</k>' : ''}</item>`,
    );
    const root = nodeAt(tree(`<root>${rows.join('')}</root>`), '/root');
    expect(root.lookup!('item', 'k', '3')).to.equal(undefined);
  });

  /** Rows of a table with few distinct values, so that searches find none, one or several. */
  const rows = fc.array(
    fc.record({
      id: fc.constantFrom('a', 'b', '1', '01', ''),
      kind: fc.constantFrom('x', 'y', '1.0'),
      deep: fc.constantFrom('p', '2', ''),
    }),
    { minLength: 8, maxLength: 30 },
  );

  const PREDICATES = [
    '[@id = $v]',
    '[kind = $v]',
    '[$v = group/deep]',
    "[@id = $v][kind = 'x']",
    "[kind = 'x'][@id = $v][1]",
    "[@id = $v and group/deep = 'p']",
    '[@id = $v][position() = 2]',
    '[position() > 2][@id = $v]',
  ];

  it('changes no answer, whatever is sought', () => {
    const values = fc.constantFrom<string | number | boolean>(
      'a',
      'b',
      '1',
      'x',
      '1.0',
      'p',
      '',
      1,
      2,
      true,
    );
    const dialects = fc.constantFrom<Dialect>('commcare', 'odk');
    fc.assert(
      fc.property(
        rows,
        values,
        fc.constantFrom(...PREDICATES),
        dialects,
        (table, v, predicate, dialect) => {
          const root = element(
            'root',
            table.map((row) =>
              element(
                'item',
                [element('kind', [row.kind]), element('group', [element('deep', [row.deep])])],
                row.id,
              ),
            ),
          );
          const compiled = compileXPath(`instance('t')/root/item${predicate}/kind`, dialect);
          const found = (instance: XPathNode) =>
            compiled
              .evaluateNodes(
                nodeAt(tree('<data/>'), '/'),
                testScope({ instances: { t: instance }, variables: { v } }),
              )
              .map((node) => node.parent!.index);
          expect(found(staticDocument(root))).to.deep.equal(
            found(withoutIndex(staticDocument(root))),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** The same tree, whose root element answers no look-up. */
function withoutIndex(document: XPathNode): XPathNode {
  Object.defineProperty(nodeAt(document, '/root'), 'lookup', { value: undefined });
  return document;
}
