import { expect } from 'chai';
import { compileXPath } from '../../src/xpath/compile-xpath.ts';
import type { Dialect, PathReference } from '../../src/xpath/compiled-expression.ts';

/** `{instance}/path#shared`, with an `S` when only the structure is read. */
function references(source: string, context: string, dialect: Dialect = 'commcare'): string[] {
  return compileXPath(source, dialect).references(context.split('/').slice(1)).map(shown);
}

function shown({ instance, path, shared, structural }: PathReference): string {
  const place = instance === undefined ? '' : `{${instance}}`;
  return `${place}/${path.join('/')}#${shared}${structural ? 'S' : ''}`;
}

const ROWS: readonly [source: string, context: string, expected: string[], dialect?: Dialect][] = [
  ['../x', '/data/rep/y', ['/data/rep/x#2']],
  ['. > 3', '/data/rep/y', ['/data/rep/y#3']],
  ['sum(/data/rep/x)', '/data/total', ['/data/rep/x#1']],
  ['/data/rep/x', '/data/rep/y', ['/data/rep/x#2']],
  ['/data/rep/@id', '/data/rep/y', ['/data/rep/@id#2']],
  ['count(/data/rep) > 0', '/data/total', ['/data/rep#1S']],
  ['count(/data/rep[x = 1])', '/data/total', ['/data/rep/x#1', '/data/rep#1S']],
  ['position(..)', '/data/rep/y', ['/data/rep#2S']],
  ['position()', '/data/rep', ['/data/rep#2S']],
  ['/data/rep[z = 1]/x', '/data/rep/y', ['/data/rep/z#1', '/data/rep/x#1']],
  [
    '/data/rep[../k = current()/../j]/x',
    '/data/rep/y',
    ['/data/k#1', '/data/rep/j#2', '/data/rep/x#1'],
  ],
  [
    "instance('t')/root/item[@id = /data/a][n > ../m]/v",
    '/data/b',
    ['{t}/root/item/@id#0', '/data/a#1', '{t}/root/item/n#0', '{t}/root/m#0', '{t}/root/item/v#0'],
  ],
  [
    "instance('t')/root/item[id = current()/../k]/v",
    '/data/rep/y',
    ['{t}/root/item/id#0', '/data/rep/k#2', '{t}/root/item/v#0'],
  ],
  [
    'if(count(/data/rep) = 0, /data/a, ../b)',
    '/data/rep/t',
    ['/data/rep#2S', '/data/a#1', '/data/rep/b#2'],
  ],
  ['../../rep/x', '/data/rep/y', ['/data/rep/x#2']],
  ['../../rep/x', '/data/rep/y', ['/data/rep/x#1'], 'odk'],
  ['/data/*', '/data/rep/y', ['/data/rep#2']],
  ['/data/*', '/data', ['/data/*#1']],
  ['/data//x', '/data/y', ['/data/**#1'], 'odk'],
  ['//x', '/data/y', ['/**#0'], 'odk'],
  ['ancestor::rep/x', '/data/rep/y', ['/data/rep/x#2'], 'odk'],
  ['../following-sibling::rep/x', '/data/rep/y', ['/data/rep/x#1'], 'odk'],
  ['string-length()', '/data/y', ['/data/y#2'], 'odk'],
  ['once(/data/a)', '/data/y', ['/data/a#1'], 'odk'],
  [
    'indexed-repeat(/data/rep/x, /data/rep, position(..) - 1)',
    '/data/rep/y',
    ['/data/rep/x#1', '/data/rep#1S', '/data/rep#2S'],
    'odk',
  ],
  [
    '(/data/a | ../b)[c]',
    '/data/y',
    ['/data/a#1', '/data/a/c#1', '/data/b#1', '/data/b/c#1'],
    'odk',
  ],
  ["concat('a', 1)", '/data/y', []],
  ['../../..', '/data/y', []],
];

describe('the references of an expression', () => {
  for (const [source, context, expected, dialect] of ROWS) {
    it(`of ${source} on ${context}${dialect === undefined ? '' : ` in ${dialect}`} are ${expected.join(' ') || 'none'}`, () => {
      expect(references(source, context, dialect)).to.deep.equal(expected);
    });
  }
});
