import { expect } from 'chai';
import fc from 'fast-check';
import type { Expression } from '../../src/xpath/expression.ts';
import { expressionText } from '../../src/xpath/expression-text.ts';
import { MAXIMUM_DEPTH, parseXPath } from '../../src/xpath/parser.ts';
import { XPathParseError } from '../../src/xpath/xpath-error.ts';
import { printExpression } from './print-expression.ts';

const FRAGMENTS = [
  '/',
  '//',
  '..',
  '.',
  '[',
  ']',
  '(',
  ')',
  '@',
  '*',
  '-',
  '+',
  '=',
  '!=',
  '<',
  ',',
  '|',
];
const WORDS = [
  'a',
  'div',
  'and',
  'or',
  'mod',
  'count(',
  "'x'",
  '"',
  '$v',
  '1.5',
  ' ',
  'child::',
  'ü',
  'jr:x',
  ':',
];

/** Expressions that mean something, at any depth. */
const expressions = fc.letrec<{ any: Expression; path: Expression }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.nat(99999).map((value): Expression => ({ kind: 'number', value: value / 8 })),
    fc.stringMatching(/^[a-z ]{0,5}$/).map((value): Expression => ({ kind: 'string', value })),
    tie('path'),
    fc.record({ kind: fc.constant('negate' as const), operand: tie('any') }),
    fc.record({
      kind: fc.constant('comparison' as const),
      operator: fc.constantFrom('=' as const, '!=' as const, '<' as const, '>=' as const),
      left: tie('any'),
      right: tie('any'),
    }),
    fc.record({
      kind: fc.constant('logic' as const),
      operator: fc.constantFrom('and' as const, 'or' as const),
      operands: fc.array(tie('any'), { minLength: 2, maxLength: 4 }),
    }),
    fc
      .tuple(
        tie('any'),
        tie('any'),
        fc.constantFrom('+' as const, '-' as const, '*' as const, 'mod' as const),
      )
      .map(([a, b, operator]): Expression => ({
        kind: 'arithmetic',
        operators: [operator],
        operands: [a, b],
      })),
    fc
      .array(tie('any'), { maxLength: 3 })
      .map((args): Expression => ({ kind: 'call', name: 'f-g', args, offset: 0 })),
  ),
  path: fc
    .array(fc.tuple(fc.constantFrom('a', 'div', 'b-c'), fc.array(tie('any'), { maxLength: 1 })), {
      minLength: 1,
      maxLength: 3,
    })
    .map((steps): Expression => ({
      kind: 'path',
      start: { kind: 'root' },
      steps: steps.map(([name, predicates]) => ({
        axis: 'child',
        test: { kind: 'name', name, prefix: '' },
        predicates,
      })),
    })),
})).any;

describe('the parser', () => {
  it('reads back whatever expression is printed', () => {
    fc.assert(
      fc.property(expressions, (expression) => {
        const text = printExpression(expression);
        expect(printExpression(parseXPath(text, 'commcare'))).to.equal(text);
      }),
      { numRuns: 500 },
    );
  });

  it('reads the same expression from the text that people would write', () => {
    fc.assert(
      fc.property(expressions, (expression) => {
        const read = parseXPath(expressionText(expression), 'commcare');
        const printed = parseXPath(printExpression(expression), 'commcare');
        expect(printExpression(read)).to.equal(printExpression(printed));
      }),
      { numRuns: 500 },
    );
  });

  it('answers any text with an expression or a named error with a place', () => {
    const soup = fc
      .array(fc.constantFrom(...FRAGMENTS, ...WORDS), { maxLength: 40 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.oneof(soup, fc.string({ unit: 'binary' })),
        fc.constantFrom('commcare' as const, 'odk' as const),
        (text, dialect) => {
          try {
            parseXPath(text, dialect);
          } catch (error) {
            expect(error).to.be.instanceOf(XPathParseError);
            expect((error as XPathParseError).offset).to.be.within(0, text.length);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('reads chains of any length', () => {
    const sum = parseXPath(`1${'+1'.repeat(40_000)}`, 'commcare');
    expect(sum.kind === 'arithmetic' && sum.operands.length).to.equal(40_001);
    expect(parseXPath('-'.repeat(99_999) + '1', 'commcare').kind).to.equal('negate');
  });

  it('allows the depth that it names', () => {
    const depth = MAXIMUM_DEPTH - 1;
    expect(parseXPath(`${'('.repeat(depth)}1${')'.repeat(depth)}`, 'commcare').kind).to.equal(
      'number',
    );
  });

  it('takes operator names for names where a value must stand', () => {
    expect(printExpression(parseXPath('div div div', 'commcare'))).to.equal('(div div div)');
    expect(printExpression(parseXPath('/data/and', 'commcare'))).to.equal('/data/and');
    expect(printExpression(parseXPath('* * *', 'commcare'))).to.equal('(* * *)');
  });

  it('takes a hyphen into a name, and for minus after a space', () => {
    expect(printExpression(parseXPath('a-b', 'commcare'))).to.equal('a-b');
    expect(printExpression(parseXPath('a -b', 'commcare'))).to.equal('(a - b)');
  });

  it('binds unary minus tighter than any operator but union', () => {
    expect(printExpression(parseXPath('-a * b', 'commcare'))).to.equal('((-a) * b)');
    expect(printExpression(parseXPath('2 - -3', 'commcare'))).to.equal('(2 - (-3))');
  });

  it('takes names in any script in the dialect odk only', () => {
    expect(printExpression(parseXPath('/data/âge', 'odk'))).to.equal('/data/âge');
    expect(() => parseXPath('/data/âge', 'commcare')).to.throw(XPathParseError, 'â');
  });
});
