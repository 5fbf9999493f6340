import type { Dialect } from './compiled-expression.ts';
import { PRECEDENCE } from './precedence.ts';
import type {
  ArithmeticExpression,
  ArithmeticOperator,
  Axis,
  ComparisonOperator,
  Expression,
  LogicExpression,
  NodeTest,
  PathStart,
  Step,
} from './expression.ts';
import { tokenize, type Token } from './lexer.ts';
import { XPathParseError } from './xpath-error.ts';

/** Parentheses, arguments and predicates inside one another; beyond it the call stack of a browser would be at risk. */
export const MAXIMUM_DEPTH = 500;

/** Documents are not as deep by far; what follows a path takes time with the square of its length. */
const MAXIMUM_STEPS = 1000;

/** Functions are called with as many; the call stack would not hold a hundred thousand. */
const MAXIMUM_ARGUMENTS = 10_000;

/** Parses an expression of the XPath 1.0 grammar. Throws {@link XPathParseError} with the place. */
export function parseXPath(source: string, dialect: Dialect): Expression {
  return new Parser(source, tokenize(source, dialect)).parse();
}

const AXES: ReadonlySet<string> = new Set<Axis>([
  'child',
  'parent',
  'self',
  'attribute',
  'descendant',
  'descendant-or-self',
  'ancestor',
  'ancestor-or-self',
  'following-sibling',
  'preceding-sibling',
  'following',
  'preceding',
  'namespace',
]);

const NODE_TYPES: ReadonlySet<string> = new Set([
  'node',
  'text',
  'comment',
  'processing-instruction',
]);

const SELF: Step = { axis: 'self', test: { kind: 'node' }, predicates: [] };
const PARENT: Step = { axis: 'parent', test: { kind: 'node' }, predicates: [] };
const DESCENDANTS: Step = { axis: 'descendant-or-self', test: { kind: 'node' }, predicates: [] };

class Parser {
  private position = 0;
  private depth = 0;

  constructor(
    private readonly source: string,
    private readonly tokens: readonly Token[],
  ) {}

  parse(): Expression {
    if (this.peek().kind === 'end') throw this.error('The expression is empty');
    const expression = this.expression();
    if (this.peek().kind !== 'end') throw this.unexpected();
    return expression;
  }

  private expression(): Expression {
    this.enter();
    const expression = this.binary(1);
    this.depth--;
    return expression;
  }

  private enter(): void {
    this.depth++;
    if (this.depth > MAXIMUM_DEPTH) {
      throw this.error(`The expression is nested deeper than ${MAXIMUM_DEPTH} levels`);
    }
  }

  /** Precedence climbing: operators that bind at least as tight as `minimum`, from left to right. */
  private binary(minimum: number): Expression {
    let left = this.unary();
    let open: Expression | undefined;
    let comparisons = 0;
    for (;;) {
      const { kind, text } = this.peek();
      const precedence = kind === 'symbol' ? (PRECEDENCE[text] ?? 0) : 0;
      if (precedence === 0 || precedence < minimum) break;
      this.position++;
      const right = this.binary(precedence + 1);
      left = combine(left === open ? open : undefined, left, text, right);
      open = left;
      if (left.kind === 'comparison' && ++comparisons > MAXIMUM_DEPTH) {
        throw this.error(`More than ${MAXIMUM_DEPTH} comparisons in a row`);
      }
    }
    return left;
  }

  private unary(): Expression {
    let count = 0;
    while (this.accept('-')) count++;
    let expression = this.union();
    // Two minus signs are not nothing: they make a number of any value.
    for (let left = count === 0 ? 0 : 2 - (count % 2); left > 0; left--) {
      expression = { kind: 'negate', operand: expression };
    }
    return expression;
  }

  private union(): Expression {
    const first = this.path();
    if (!this.at('|')) return first;
    const operands = [first];
    while (this.accept('|')) operands.push(this.path());
    return { kind: 'union', operands };
  }

  private path(): Expression {
    if (this.at('/') || this.at('//')) return this.absolutePath();
    if (!this.atPrimary()) return pathOf({ kind: 'context' }, this.relativeSteps());
    const base = this.primary();
    const predicates = this.predicates();
    const steps = this.at('/') || this.at('//') ? this.furtherSteps() : [];
    return filterPath(base, predicates, steps) ?? this.instancePath(base, predicates, steps);
  }

  private absolutePath(): Expression {
    const root: PathStart = { kind: 'root' };
    if (this.at('//')) return pathOf(root, this.furtherSteps());
    this.position++;
    return pathOf(root, this.atStep() ? this.relativeSteps() : []);
  }

  private instancePath(
    base: Expression,
    predicates: readonly Expression[],
    steps: readonly Step[],
  ): Expression {
    if (base.kind !== 'call') throw this.unexpected();
    const [id, extra] = base.args;
    if (id?.kind !== 'string' || extra !== undefined) {
      throw this.error(
        "instance() needs the id of an instance as text: instance('id')",
        base.offset,
      );
    }
    if (predicates.length > 0) throw this.error('A predicate must follow a step', base.offset);
    return pathOf({ kind: 'instance', id: id.value }, steps);
  }

  private furtherSteps(): Step[] {
    const steps: Step[] = [];
    for (;;) {
      if (this.accept('//')) steps.push(DESCENDANTS, this.step());
      else if (this.accept('/')) steps.push(this.step());
      else return steps;
      if (steps.length >= MAXIMUM_STEPS) {
        throw this.error(`A path has more than ${MAXIMUM_STEPS} steps`);
      }
    }
  }

  private relativeSteps(): Step[] {
    return [this.step(), ...this.furtherSteps()];
  }

  private step(): Step {
    if (this.accept('.')) return this.abbreviated(SELF);
    if (this.accept('..')) return this.abbreviated(PARENT);
    const axis = this.axis();
    const test = this.nodeTest();
    return { axis, test, predicates: this.predicates() };
  }

  private abbreviated(step: Step): Step {
    if (this.at('[')) throw this.error('A predicate cannot follow “.” or “..”');
    return step;
  }

  private axis(): Axis {
    if (this.accept('@')) return 'attribute';
    if (this.peek().kind !== 'name' || !this.at('::', 1)) return 'child';
    const { text } = this.peek();
    if (!AXES.has(text)) throw this.error(`There is no axis “${text}”`);
    this.position += 2;
    return text as Axis;
  }

  private nodeTest(): NodeTest {
    const { kind, text } = this.peek();
    if (kind === 'wildcard') {
      this.position++;
      return { kind: 'any', prefix: text === '*' ? '' : text.slice(0, -2) };
    }
    if (kind !== 'name') throw this.unexpected();
    this.position++;
    if (NODE_TYPES.has(text) && this.at('(')) return this.nodeType(text);
    const colon = text.indexOf(':');
    return { kind: 'name', name: text.slice(colon + 1), prefix: text.slice(0, Math.max(colon, 0)) };
  }

  private nodeType(type: string): NodeTest {
    this.position++;
    if (type === 'processing-instruction' && this.peek().kind === 'string') this.position++;
    this.expect(')');
    return { kind: type as 'node' | 'text' | 'comment' | 'processing-instruction' };
  }

  private predicates(): Expression[] {
    const predicates: Expression[] = [];
    while (this.accept('[')) {
      predicates.push(this.expression());
      this.expect(']');
    }
    return predicates;
  }

  private atStep(): boolean {
    const { kind } = this.peek();
    return kind === 'name' || kind === 'wildcard' || this.at('.') || this.at('..') || this.at('@');
  }

  private atPrimary(): boolean {
    const { kind, text } = this.peek();
    if (kind === 'name') return this.at('(', 1) && !NODE_TYPES.has(text);
    return kind === 'number' || kind === 'string' || kind === 'variable' || this.at('(');
  }

  private primary(): Expression {
    const token = this.next();
    switch (token.kind) {
      case 'number':
        return { kind: 'number', value: Number(token.text) };
      case 'string':
        return { kind: 'string', value: token.text };
      case 'variable':
        return { kind: 'variable', name: token.text };
      case 'name':
        return { kind: 'call', name: token.text, args: this.args(), offset: token.offset };
      default:
        return this.parenthesized();
    }
  }

  private parenthesized(): Expression {
    const expression = this.expression();
    this.expect(')');
    return expression;
  }

  private args(): Expression[] {
    this.expect('(');
    if (this.accept(')')) return [];
    const args = [this.expression()];
    while (this.accept(',')) {
      if (args.length === MAXIMUM_ARGUMENTS) {
        throw this.error(`A function has more than ${MAXIMUM_ARGUMENTS} arguments`);
      }
      args.push(this.expression());
    }
    this.expect(')');
    return args;
  }

  private peek(): Token {
    return this.tokens[this.position]!;
  }

  private next(): Token {
    return this.tokens[this.position++]!;
  }

  private at(symbol: string, ahead = 0): boolean {
    const token = this.tokens[this.position + ahead];
    return token !== undefined && token.kind === 'symbol' && token.text === symbol;
  }

  private accept(symbol: string): boolean {
    if (!this.at(symbol)) return false;
    this.position++;
    return true;
  }

  private expect(symbol: string): void {
    if (!this.accept(symbol)) {
      throw this.error(`“${symbol}” is missing before ${describe(this.peek())}`);
    }
  }

  private unexpected(): XPathParseError {
    const token = this.peek();
    return this.error(
      token.kind === 'end'
        ? 'The expression ends where a value should follow'
        : `${describe(token)} cannot stand here`,
    );
  }

  private error(reason: string, offset = this.peek().offset): XPathParseError {
    return new XPathParseError(reason, this.source, offset);
  }
}

function describe({ kind, text }: Token): string {
  return kind === 'end' ? 'the end' : `“${kind === 'variable' ? `$${text}` : text}”`;
}

function pathOf(start: PathStart, steps: readonly Step[]): Expression {
  return { kind: 'path', start, steps };
}

/** `current()/x` is a path of its own kind; `instance('id')/x` is `undefined` here. A bare value stays what it is. */
function filterPath(
  base: Expression,
  predicates: readonly Expression[],
  steps: readonly Step[],
): Expression | undefined {
  const call = base.kind === 'call' ? base.name : '';
  if (call === 'instance') return steps.length > 0 || predicates.length > 0 ? undefined : base;
  if (call === 'current' && base.kind === 'call' && base.args.length === 0 && steps.length > 0) {
    if (predicates.length === 0) return pathOf({ kind: 'current' }, steps);
  }
  if (predicates.length === 0 && steps.length === 0) return base;
  return pathOf({ kind: 'expression', base, predicates }, steps);
}

/** Appends to `open`, a chain that this very loop has begun, where the operator allows it. */
function combine(
  open: Expression | undefined,
  left: Expression,
  operator: string,
  right: Expression,
): Expression {
  if (operator === 'and' || operator === 'or') return combineLogic(open, left, operator, right);
  if (PRECEDENCE[operator]! < 5) {
    return { kind: 'comparison', operator: operator as ComparisonOperator, left, right };
  }
  return combineArithmetic(open, left, operator as ArithmeticOperator, right);
}

function combineLogic(
  open: Expression | undefined,
  left: Expression,
  operator: 'and' | 'or',
  right: Expression,
): LogicExpression {
  if (open?.kind === 'logic' && open.operator === operator) {
    (open.operands as Expression[]).push(right);
    return open;
  }
  return { kind: 'logic', operator, operands: [left, right] };
}

function combineArithmetic(
  open: Expression | undefined,
  left: Expression,
  operator: ArithmeticOperator,
  right: Expression,
): ArithmeticExpression {
  if (open?.kind === 'arithmetic' && PRECEDENCE[open.operators[0]!] === PRECEDENCE[operator]) {
    (open.operators as ArithmeticOperator[]).push(operator);
    (open.operands as Expression[]).push(right);
    return open;
  }
  return { kind: 'arithmetic', operators: [operator], operands: [left, right] };
}
