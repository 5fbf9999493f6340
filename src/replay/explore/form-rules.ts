import type { FormDefinition } from '../../xforms/definition/form-definition.ts';
import type { NodeDefinition } from '../../xforms/definition/node-definition.ts';
import type { CompiledExpression } from '../../xpath/compiled-expression.ts';
import type { Expression } from '../../xpath/expression.ts';
import { parseXPath } from '../../xpath/parser.ts';
import type { Branch } from '../coverage/branch.ts';
import { questionAt } from '../coverage/form-branches.ts';

/** An expression of a form: what it is about, what it reads, and the values that it has in it. */
interface Rule {
  readonly target: NodeDefinition;
  readonly property:
    'relevant' | 'required' | 'constraint' | 'calculate' | 'readonly' | 'shown' | 'count';
  readonly reads: readonly NodeDefinition[];
  readonly literals: Literals;
}

/** The values that an expression compares with. */
export interface Literals {
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
  /** Regular expressions. */
  readonly patterns: readonly string[];
}

/** What hangs on what in a form, for whoever looks for an answer that changes something. */
export class FormRules {
  readonly #rules: readonly Rule[];
  readonly #literals = new Map<NodeDefinition, Literals>();

  constructor(private readonly form: FormDefinition) {
    this.#rules = form.document.descendants().flatMap((node) => rulesOf(node, form));
  }

  /** The values in all expressions that read the node, also by way of what is calculated from it. */
  literalsAbout(node: NodeDefinition): Literals {
    const known = this.#literals.get(node) ?? this.#findLiterals(node);
    this.#literals.set(node, known);
    return known;
  }

  /** The questions whose answers decide whether the branch is taken, the nearest first. */
  questionsBehind({ ref, kind }: Branch): readonly NodeDefinition[] {
    const node = this.form.document.find(ref.split('/').slice(1));
    if (node === undefined) return [];
    const found = new Set<NodeDefinition>();
    const deciding = kind === 'required' || kind === 'constraint' ? [kind] : ['count', 'relevant'];
    for (const read of this.#readBy(node, deciding)) this.#addQuestions(read, found);
    for (let each = node.parent; each !== undefined; each = each.parent)
      for (const read of this.#readBy(each, ['relevant', 'count'])) this.#addQuestions(read, found);
    if (questionAt(node) !== undefined) found.add(node);
    return [...found];
  }

  #readBy(target: NodeDefinition, properties: readonly string[]): NodeDefinition[] {
    return this.#rules
      .filter((rule) => rule.target === target && properties.includes(rule.property))
      .flatMap(({ reads }) => reads);
  }

  /** What is read is a question, or is worked out from some; and each has to be asked before. */
  #addQuestions(node: NodeDefinition, found: Set<NodeDefinition>): void {
    if (found.has(node)) return;
    found.add(node);
    for (const read of this.#readBy(node, ['calculate', 'relevant']))
      this.#addQuestions(read, found);
    for (let each = node.parent; each !== undefined; each = each.parent)
      for (const read of this.#readBy(each, ['relevant'])) this.#addQuestions(read, found);
    if (questionAt(node) === undefined) found.delete(node);
  }

  #findLiterals(node: NodeDefinition): Literals {
    const all: Literals[] = [];
    const seen = new Set<Rule>();
    const visit = (read: NodeDefinition): void => {
      for (const rule of this.#rules) {
        if (seen.has(rule) || !rule.reads.includes(read)) continue;
        seen.add(rule);
        all.push(rule.literals);
        if (rule.property === 'calculate') visit(rule.target);
      }
    };
    visit(node);
    return {
      numbers: distinct(all.flatMap(({ numbers }) => numbers)),
      texts: distinct(all.flatMap(({ texts }) => texts)),
      patterns: distinct(all.flatMap(({ patterns }) => patterns)),
    };
  }
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

function rulesOf(node: NodeDefinition, form: FormDefinition): Rule[] {
  const { bind, repeat, controls } = node;
  const rule = (property: Rule['property'], expression: CompiledExpression | undefined): Rule[] =>
    expression === undefined ? [] : [ruleOf(node, property, expression, form)];
  return [
    ...rule('relevant', bind?.relevant),
    ...rule('required', bind?.required),
    ...rule('constraint', bind?.constraint),
    ...rule('calculate', bind?.calculate),
    ...rule('readonly', bind?.readonly),
    ...rule('count', repeat?.count),
    ...controls.flatMap((control) =>
      'itemset' in control ? rule('shown', control.itemset?.nodeset) : [],
    ),
  ];
}

function ruleOf(
  target: NodeDefinition,
  property: Rule['property'],
  expression: CompiledExpression,
  { document, dialect }: FormDefinition,
): Rule {
  const reads = expression.references(target.path).flatMap(({ instance, path }) => {
    const node = instance === undefined ? document.find(path) : undefined;
    return node === undefined ? [] : [node];
  });
  const literals = { numbers: [], texts: [], patterns: [] };
  collect(parseXPath(expression.source, dialect), literals);
  // A constraint is about its own node, also where it does not name it.
  return {
    target,
    property,
    reads: property === 'constraint' ? [...reads, target] : reads,
    literals,
  };
}

interface Collected {
  readonly numbers: number[];
  readonly texts: string[];
  readonly patterns: string[];
}

function collect(expression: Expression, into: Collected): void {
  switch (expression.kind) {
    case 'number':
      into.numbers.push(expression.value);
      return;
    case 'string':
      into.texts.push(expression.value);
      return;
    case 'negate':
      if (expression.operand.kind === 'number') into.numbers.push(-expression.operand.value);
      else collect(expression.operand, into);
      return;
    case 'call': {
      const [, pattern] = expression.args;
      if (expression.name === 'regex' && pattern?.kind === 'string')
        into.patterns.push(pattern.value);
      for (const each of expression.args) collect(each, into);
      return;
    }
    case 'comparison':
      collect(expression.left, into);
      collect(expression.right, into);
      return;
    case 'logic':
    case 'arithmetic':
    case 'union':
      for (const each of expression.operands) collect(each, into);
      return;
    case 'path':
      for (const step of expression.steps) for (const each of step.predicates) collect(each, into);
      if (expression.start.kind === 'expression') collect(expression.start.base, into);
      return;
    case 'variable':
      return;
  }
}
