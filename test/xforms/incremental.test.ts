import { expect } from 'chai';
import fc from 'fast-check';
import { parseForm } from '../../src/xforms/definition/parse-form.ts';
import { FormInstance } from '../../src/xforms/form-instance.ts';
import type { Edit } from '../../src/xforms/transaction.ts';
import { formXml, pinnedEnvironment } from '../support/scenario.ts';

/** Filled in by the person; the computed ones come after them. */
const ANSWERED = ['p', 'q'];
const FIELDS = ['a', 'b', 'c', 'd', 'e'];

/** An expression over fields that come earlier, so that no circle can arise. */
function expression(earlier: readonly string[], inItem: boolean): fc.Arbitrary<string> {
  const paths = earlier.map((name) => `/data/${name}`);
  if (inItem) paths.push('../x', '/data/item/x', 'position(..)');
  else paths.push('sum(/data/item/x)', 'count(/data/item)', 'count(/data/item[x > 2])');
  const operand = fc.oneof(fc.constantFrom(...paths), fc.integer({ min: 0, max: 3 }).map(String));
  return fc
    .tuple(operand, fc.constantFrom('+', '*', '=', '<'), operand)
    .map(
      ([left, operator, right]) =>
        `coalesce(${left}, 0) ${operator.replace('<', '&lt;')} coalesce(${right}, 0)`,
    );
}

const bindsFor = fc
  .tuple(
    ...FIELDS.flatMap((_, at) => [
      fc.option(expression([...ANSWERED, ...FIELDS.slice(0, at)], false), { nil: undefined }),
      fc.option(expression([...ANSWERED, ...FIELDS.slice(0, at)], false), { nil: undefined }),
    ]),
    expression(FIELDS.slice(0, 2), true),
    fc.option(expression(FIELDS.slice(0, 2), true), { nil: undefined }),
  )
  .map((drawn) => {
    const binds = FIELDS.map((name, at) => bind(`/data/${name}`, drawn[2 * at], drawn[2 * at + 1]));
    return [...binds, bind('/data/item/y', drawn.at(-2), drawn.at(-1))].join('');
  });

function bind(
  nodeset: string,
  calculate: string | undefined,
  relevant: string | undefined,
): string {
  const attribute = (name: string, value: string | undefined) =>
    value === undefined ? '' : ` ${name}="${value}"`;
  return `<bind nodeset="${nodeset}"${attribute('calculate', calculate)}${attribute('relevant', relevant)}/>`;
}

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constant('setValue' as const),
    ref: fc.constantFrom('/data/p', '/data/q', '/data/item[1]/x', '/data/item[2]/x'),
    value: fc.constantFrom('', '0', '1', '3', '7'),
  }),
  fc.record({
    kind: fc.constant('addRepeat' as const),
    ref: fc.constant('/data/item'),
    index: fc.integer({ min: 0, max: 2 }),
  }),
  fc.record({
    kind: fc.constant('removeRepeat' as const),
    ref: fc.constantFrom('/data/item[1]', '/data/item[2]'),
  }),
);

/** Value and relevance of every node: what a person and a server could see. */
function everything(form: FormInstance): string {
  const lines: string[] = [];
  const visit = (node: FormInstance['root']) => {
    lines.push(`${node.ref} ${node.relevant} ${node.lexical}`);
    node.children.forEach(visit);
  };
  visit(form.root);
  return lines.join('\n');
}

describe('recalculation', () => {
  it('gives after any edits what computing everything anew gives', () => {
    fc.assert(
      fc.property(bindsFor, fc.array(edit, { maxLength: 8 }), (binds, edits) => {
        const data =
          '<p/><q/><a/><b/><c/><d/><e/><item jr:template=""><x/><y/></item><item><x>1</x><y/></item>';
        const body = '<repeat nodeset="/data/item"><input ref="/data/item/x"/></repeat>';
        const definition = parseForm(formXml({ data, binds, body }), 'generated.xml');
        const environment = pinnedEnvironment();
        const form = FormInstance.create(definition, { environment });
        for (const each of edits) form.transact([each], { source: 'user' });
        const anew = FormInstance.restore(definition, form.draftXml(), { environment });
        expect(everything(form)).to.equal(everything(anew));
      }),
      { numRuns: 300 },
    );
  });
});
