import type { Dialect } from './compiled-expression.ts';
import type { Evaluator } from './evaluator.ts';
import type { Expression } from './expression.ts';
import type { TraitsOf } from './static-analysis.ts';

/** What the parts of the compiler hand to one another. */
export interface Compiler {
  readonly dialect: Dialect;
  readonly source: string;
  readonly traitsOf: TraitsOf;
  compile(expression: Expression): Evaluator;
}
