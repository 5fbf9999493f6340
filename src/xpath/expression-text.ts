import type { Expression, NodeTest, PathExpression, PathStart, Step } from './expression.ts';
import { numberText } from './number-text.ts';
import { PRECEDENCE } from './precedence.ts';

/** An expression as text, written as people write it: `../age > 4`, not `parent::node()/child::age > 4`. */
export function expressionText(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return numberText(expression.value);
    case 'string':
      return quoted(expression.value);
    case 'variable':
      return `$${expression.name}`;
    case 'negate':
      return `-${operandText(expression.operand, expression)}`;
    case 'comparison':
      return `${operandText(expression.left, expression)} ${expression.operator} ${operandText(expression.right, expression)}`;
    case 'logic':
      return expression.operands
        .map((operand) => operandText(operand, expression))
        .join(` ${expression.operator} `);
    case 'arithmetic':
      return expression.operands
        .map((operand) => operandText(operand, expression))
        .reduce((left, right, index) => `${left} ${expression.operators[index - 1]} ${right}`);
    case 'union':
      return expression.operands.map(expressionText).join(' | ');
    case 'call':
      return `${expression.name}(${expression.args.map(expressionText).join(', ')})`;
    case 'path':
      return pathText(expression);
  }
}

/** In parentheses unless it binds tighter: whether they stood in the source is not known any more. */
function operandText(operand: Expression, around: Expression): string {
  const text = expressionText(operand);
  return tightness(operand) > tightness(around) ? text : `(${text})`;
}

/** How tight the operation binds its operands; what is none binds tightest. */
function tightness(expression: Expression): number {
  switch (expression.kind) {
    case 'logic':
    case 'comparison':
      return PRECEDENCE[expression.operator] ?? 0;
    case 'arithmetic':
      return PRECEDENCE[expression.operators[0] ?? ''] ?? 0;
    case 'negate':
      return 7;
    case 'union':
      return 8;
    default:
      return 9;
  }
}

function quoted(text: string): string {
  return text.includes("'") ? `"${text}"` : `'${text}'`;
}

function pathText({ start, steps }: PathExpression): string {
  const from = startText(start);
  const path = steps.map(stepText).join('/');
  if (start.kind === 'context') return path;
  if (start.kind === 'root') return `/${path}`;
  return path === '' ? from : `${from}/${path}`;
}

function startText(start: PathStart): string {
  switch (start.kind) {
    case 'root':
    case 'context':
      return '';
    case 'current':
      return 'current()';
    case 'instance':
      return `instance(${quoted(start.id)})`;
    case 'expression':
      return `${filterBaseText(start.base)}${predicatesText(start.predicates)}`;
  }
}

function filterBaseText(base: Expression): string {
  const text = expressionText(base);
  return tightness(base) < 9 || base.kind === 'path' ? `(${text})` : text;
}

function stepText({ axis, test, predicates }: Step): string {
  return `${axisText(axis, test)}${predicatesText(predicates)}`;
}

function axisText(axis: Step['axis'], test: NodeTest): string {
  if (test.kind === 'node' && axis === 'self') return '.';
  if (test.kind === 'node' && axis === 'parent') return '..';
  if (axis === 'child') return testText(test);
  return axis === 'attribute' ? `@${testText(test)}` : `${axis}::${testText(test)}`;
}

function testText(test: NodeTest): string {
  switch (test.kind) {
    case 'name':
      return test.prefix === '' ? test.name : `${test.prefix}:${test.name}`;
    case 'any':
      return test.prefix === '' ? '*' : `${test.prefix}:*`;
    default:
      return `${test.kind}()`;
  }
}

function predicatesText(predicates: readonly Expression[]): string {
  return predicates.map((predicate) => `[${expressionText(predicate)}]`).join('');
}
