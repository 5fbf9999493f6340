import type { Expression, PathExpression, Step } from '../../src/xpath/expression.ts';

/** An expression as text, with all parentheses that it could have: what the parser reads must print as it was. */
export function printExpression(expression: Expression): string {
  const print = printExpression;
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'string':
      return `'${expression.value}'`;
    case 'variable':
      return `$${expression.name}`;
    case 'negate':
      return `(-${print(expression.operand)})`;
    case 'comparison':
      return `(${print(expression.left)} ${expression.operator} ${print(expression.right)})`;
    case 'logic':
      return `(${expression.operands.map(print).join(` ${expression.operator} `)})`;
    case 'union':
      return `(${expression.operands.map(print).join(' | ')})`;
    case 'arithmetic':
      return `(${expression.operands.map((operand, i) => (i === 0 ? '' : ` ${expression.operators[i - 1]} `) + print(operand)).join('')})`;
    case 'call':
      return `${expression.name}(${expression.args.map(print).join(', ')})`;
    case 'path':
      return printPath(expression);
  }
}

function printPath({ start, steps }: PathExpression): string {
  const tail = steps.map(printStep).join('/');
  switch (start.kind) {
    case 'root':
      return `/${tail}`;
    case 'context':
      return tail;
    case 'current':
      return `current()/${tail}`;
    case 'instance':
      return `instance('${start.id}')/${tail}`;
    case 'expression':
      return `${printExpression(start.base)}${printPredicates(start.predicates)}${tail === '' ? '' : `/${tail}`}`;
  }
}

function printStep({ axis, test, predicates }: Step): string {
  const prefix = axis === 'child' ? '' : axis === 'attribute' ? '@' : `${axis}::`;
  const name = test.kind === 'name' ? test.name : test.kind === 'any' ? '*' : `${test.kind}()`;
  return `${prefix}${name}${printPredicates(predicates)}`;
}

function printPredicates(predicates: readonly Expression[]): string {
  return predicates.map((predicate) => `[${printExpression(predicate)}]`).join('');
}
