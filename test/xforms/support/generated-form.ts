import fc from 'fast-check';
import type { FormDefinition } from '../../../src/xforms/definition/form-definition.ts';
import { parseForm } from '../../../src/xforms/definition/parse-form.ts';
import type { FormInstance } from '../../../src/xforms/form-instance.ts';
import type { Edit } from '../../../src/xforms/transaction.ts';
import type { Dialect } from '../../../src/xpath/compiled-expression.ts';
import { formXml } from '../../support/scenario.ts';

/** What is filled in: by a person, or (`note`) by an action. */
const ANSWERED = '<p/><q/><n/><pick/><note/><g><h/><k/></g>';
const ITEM = '<x/><y/><z/>';
const SUB = '<s/><t/>';
const DATA = `${ANSWERED}<a/><b/><c/><d/><e/><picked/>
  <item jr:template="">${ITEM}<sub jr:template="">${SUB}</sub></item><item><x>1</x><y/><z/><sub><s>2</s><t/></sub></item>
  <counted jr:template=""><w>1</w><u/></counted>`;

const BODY = `<input ref="/data/p"><setvalue event="xforms-value-changed" ref="/data/note" value="concat(/data/p, count(/data/item))"/></input>
  <select1 ref="/data/pick"><itemset nodeset="/data/item[x != '']"><value ref="x"/><label ref="y"/></itemset></select1>
  <repeat nodeset="/data/item"><input ref="/data/item/x"/>
    <repeat nodeset="/data/item/sub"><input ref="/data/item/sub/s"/></repeat></repeat>
  <repeat nodeset="/data/counted" jr:count="/data/n"><setvalue event="odk-new-repeat" ref="/data/counted/w" value="count(/data/counted)"/><input ref="/data/counted/w"/></repeat>`;

/** What may be read where, so that no circle can arise: the fields follow each other, all items follow the first two. */
const ANSWERS = ['/data/p', '/data/q', '/data/g/h', '/data/note'];
const OF_ITEMS = ['sum(/data/item/x)', 'count(/data/item)', 'count(/data/item[x > 2])'];
const OF_ALL = [
  ...OF_ITEMS,
  'sum(/data/item/y)',
  'sum(/data/item/sub/s)',
  'count(/data/item/sub)',
  'count(/data/counted)',
  'sum(/data/counted/w)',
];
const IN_ODK = ['indexed-repeat(/data/item/x, /data/item, 2)', '/data/item[2]/sub[last()]/s'];
const FIRST = [...ANSWERS, '/data/a', '/data/b'];
const IN_ITEM = [
  ...FIRST,
  '../x',
  '/data/item/x',
  'position(..)',
  'sum(../sub/s)',
  'count(../sub)',
];
const IN_SUB = [...FIRST, '../s', '../../x', '../../y', 'position(..)', 'position(../..)'];
const IN_COUNTED = [...FIRST, '../w', 'position(..)', 'count(/data/counted)', ...OF_ITEMS];

function expression(operands: readonly string[]): fc.Arbitrary<string> {
  const operand = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...operands) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 3 }).map(String) },
  );
  return fc
    .tuple(operand, fc.constantFrom('+', '*', '=', '<'), operand)
    .map(([left, operator, right]) => `coalesce(${left}, 0) ${operator} coalesce(${right}, 0)`);
}

/** A bind that has each of the attributes, or not. */
function bind(
  nodeset: string,
  attributes: Readonly<Record<string, readonly string[]>>,
): fc.Arbitrary<string> {
  const drawn = Object.entries(attributes).map(([name, operands]) =>
    fc
      .option(expression(operands), { nil: undefined })
      .map((text) => (text === undefined ? '' : ` ${name}="${text.replaceAll('<', '&lt;')}"`)),
  );
  return fc.tuple(...drawn).map((texts) => `<bind nodeset="${nodeset}"${texts.join('')}/>`);
}

function bindsFor(dialect: Dialect): fc.Arbitrary<string> {
  const odk = dialect === 'odk' ? IN_ODK : [];
  const after = (...fields: string[]) => [...ANSWERS, ...fields.map((name) => `/data/${name}`)];
  const field = (name: string, operands: readonly string[]) =>
    bind(`/data/${name}`, { calculate: operands, relevant: operands, required: operands });
  const drawn = fc.tuple(
    field('a', [...ANSWERS, ...OF_ITEMS, ...odk]),
    field('b', [...after('a'), ...OF_ITEMS, ...odk]),
    field('c', [...after('a', 'b'), ...OF_ALL, ...odk]),
    field('d', [...after('a', 'b', 'c'), ...OF_ALL, ...odk]),
    field('e', [...after('a', 'b', 'c', 'd'), '/data/g/k', ...OF_ALL, ...odk]),
    bind('/data/g', { relevant: ['/data/p', '/data/q'], readonly: FIRST }),
    bind('/data/g/k', { calculate: FIRST }),
    bind('/data/pick', { relevant: ['/data/q', 'count(/data/item)'] }),
    bind('/data/item', { relevant: ['/data/p', 'position()'] }),
    bind('/data/item/y', { calculate: IN_ITEM, relevant: IN_ITEM }),
    bind('/data/item/z', { readonly: IN_ITEM, required: IN_ITEM }),
    bind('/data/item/sub', { relevant: ['../x', '/data/q'] }),
    bind('/data/item/sub/t', { calculate: IN_SUB, relevant: IN_SUB }),
    bind('/data/counted', { relevant: ['/data/q', '/data/g/h'] }),
    bind('/data/counted/u', { calculate: IN_COUNTED, relevant: IN_COUNTED }),
  );
  return drawn.map((binds) =>
    [...binds, `<bind nodeset="/data/picked" calculate="concat(/data/pick, '!')"/>`].join(''),
  );
}

const ITEMS = ['/data/item[1]', '/data/item[2]', '/data/item[3]'];
const SUBS = ITEMS.flatMap((item) => [`${item}/sub[1]`, `${item}/sub[2]`]);
const ANSWERABLE = [
  ...['/data/p', '/data/q', '/data/g/h', '/data/pick'],
  ...ITEMS.map((item) => `${item}/x`),
  ...SUBS.map((sub) => `${sub}/s`),
  ...['/data/counted[1]/w', '/data/counted[3]/w'],
];
const index = fc.integer({ min: 0, max: 2 });

/** What a person may do to such a form, or try to. */
export const generatedEdit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('setValue' as const),
      ref: fc.constantFrom(...ANSWERABLE),
      value: fc.constantFrom('', '0', '1', '3', '7'),
    }),
  },
  fc.record({
    kind: fc.constant('setValue' as const),
    ref: fc.constant('/data/n'),
    value: fc.constantFrom('', '1', '3'),
  }),
  fc.record({
    kind: fc.constant('addRepeat' as const),
    ref: fc.constantFrom('/data/item', ...ITEMS.map((item) => `${item}/sub`)),
    index,
  }),
  fc.record({
    kind: fc.constant('removeRepeat' as const),
    ref: fc.constantFrom(...ITEMS, ...SUBS),
  }),
);

/** A form with groups, repeats in repeats, counted items, choices and an action, whose binds are drawn. */
export function generatedForm(dialect: Dialect): fc.Arbitrary<FormDefinition> {
  return bindsFor(dialect).map((binds) =>
    parseForm(formXml({ data: DATA, binds, body: BODY }), 'generated.xml', { dialect }),
  );
}

/** All that a person and a server could see of every node. */
export function everything(form: FormInstance): string {
  const lines: string[] = [];
  const visit = (node: FormInstance['root']) => {
    const { ref, relevant, readonly, required, lexical } = node;
    lines.push(`${ref} ${[relevant, readonly, required].map(Number).join('')} ${lexical}`);
    node.children.forEach(visit);
  };
  visit(form.root);
  return lines.join('\n');
}
