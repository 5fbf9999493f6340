/** A parsed expression: what {@link parseXPath} makes and analysis and compilation read. */
export type Expression =
  | NumberExpression
  | StringExpression
  | VariableExpression
  | NegateExpression
  | LogicExpression
  | ComparisonExpression
  | ArithmeticExpression
  | UnionExpression
  | CallExpression
  | PathExpression;

export interface NumberExpression {
  readonly kind: 'number';
  readonly value: number;
}

export interface StringExpression {
  readonly kind: 'string';
  readonly value: string;
}

export interface VariableExpression {
  readonly kind: 'variable';
  readonly name: string;
}

export interface NegateExpression {
  readonly kind: 'negate';
  readonly operand: Expression;
}

/** `a or b or c`: one node however long the chain is, so that no chain is too deep. */
export interface LogicExpression {
  readonly kind: 'logic';
  readonly operator: 'and' | 'or';
  readonly operands: readonly Expression[];
}

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

export interface ComparisonExpression {
  readonly kind: 'comparison';
  readonly operator: ComparisonOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export type ArithmeticOperator = '+' | '-' | '*' | 'div' | 'mod';

/** `a + b - c`, from left to right: `operators[i]` stands between `operands[i]` and `operands[i + 1]`. */
export interface ArithmeticExpression {
  readonly kind: 'arithmetic';
  readonly operators: readonly ArithmeticOperator[];
  readonly operands: readonly Expression[];
}

export interface UnionExpression {
  readonly kind: 'union';
  readonly operands: readonly Expression[];
}

export interface CallExpression {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Expression[];
  readonly offset: number;
}

/** Where a path begins. `expression` is a filter expression: any value, its predicates, then steps. */
export type PathStart =
  | { readonly kind: 'root' }
  | { readonly kind: 'context' }
  | { readonly kind: 'current' }
  | { readonly kind: 'instance'; readonly id: string }
  | {
      readonly kind: 'expression';
      readonly base: Expression;
      readonly predicates: readonly Expression[];
    };

export interface PathExpression {
  readonly kind: 'path';
  readonly start: PathStart;
  readonly steps: readonly Step[];
}

export type Axis =
  | 'child'
  | 'parent'
  | 'self'
  | 'attribute'
  | 'descendant'
  | 'descendant-or-self'
  | 'ancestor'
  | 'ancestor-or-self'
  | 'following-sibling'
  | 'preceding-sibling'
  | 'following'
  | 'preceding'
  | 'namespace';

/** `name` has the prefix apart; `any` is `*`, of one namespace when it has a prefix. */
export type NodeTest =
  | { readonly kind: 'name'; readonly name: string; readonly prefix: string }
  | { readonly kind: 'any'; readonly prefix: string }
  | { readonly kind: 'node' }
  | { readonly kind: 'text' }
  | { readonly kind: 'comment' }
  | { readonly kind: 'processing-instruction' };

export interface Step {
  readonly axis: Axis;
  readonly test: NodeTest;
  readonly predicates: readonly Expression[];
}
