import type { ArithmeticOperator } from './expression.ts';
import { booleanEvaluator, numberEvaluator, type Evaluator } from './evaluator.ts';

/** `and`, `or`: stops at the first operand that decides. */
export function logic(operator: 'and' | 'or', operands: readonly Evaluator[]): Evaluator {
  const decisive = operator === 'or';
  const [left, right, ...rest] = operands;
  if (rest.length > 0) {
    return booleanEvaluator((frame) => {
      for (const operand of operands) {
        if (operand.boolean(frame) === decisive) return decisive;
      }
      return !decisive;
    });
  }
  return operator === 'or'
    ? booleanEvaluator((frame) => left!.boolean(frame) || right!.boolean(frame))
    : booleanEvaluator((frame) => left!.boolean(frame) && right!.boolean(frame));
}

/** Unary minus: the number of any value, negated. */
export function negate(operand: Evaluator): Evaluator {
  return numberEvaluator((frame) => -operand.number(frame));
}

/** A chain of operators of one precedence, from left to right, on numbers. */
export function arithmetic(
  operators: readonly ArithmeticOperator[],
  operands: readonly Evaluator[],
): Evaluator {
  if (operators.length === 1) return binaryArithmetic(operators[0]!, operands[0]!, operands[1]!);
  const first = operands[0]!;
  const steps = operators.map((operator, i) => ({ operator, operand: operands[i + 1]! }));
  return numberEvaluator((frame) => {
    let result = first.number(frame);
    for (const step of steps) result = compute(step.operator, result, step.operand.number(frame));
    return result;
  });
}

function binaryArithmetic(operator: ArithmeticOperator, a: Evaluator, b: Evaluator): Evaluator {
  switch (operator) {
    case '+':
      return numberEvaluator((frame) => a.number(frame) + b.number(frame));
    case '-':
      return numberEvaluator((frame) => a.number(frame) - b.number(frame));
    case '*':
      return numberEvaluator((frame) => a.number(frame) * b.number(frame));
    case 'div':
      return numberEvaluator((frame) => a.number(frame) / b.number(frame));
    case 'mod':
      return numberEvaluator((frame) => a.number(frame) % b.number(frame));
  }
}

function compute(operator: ArithmeticOperator, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case 'div':
      return a / b;
    case 'mod':
      return a % b;
  }
}
