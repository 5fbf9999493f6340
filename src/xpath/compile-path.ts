import { unsupportedPath } from './commcare-path.ts';
import type { Compiler } from './compiler.ts';
import { toScalar } from './conversions.ts';
import type { PathExpression, PathStart } from './expression.ts';
import { anyEvaluator, ValueEvaluator, type Evaluator } from './evaluator.ts';
import { compileFilterExpression } from './filter-expression.ts';
import { mainDocument, type Frame } from './frame.ts';
import { impossibleNodes } from './impossible-nodes.ts';
import { leadingParents, relevantOnly, simplified } from './path-steps.ts';
import { compileSteps, type CompiledStep } from './step.ts';
import { XPathEvaluationError } from './xpath-error.ts';
import type { XPathNode, XPathScalar } from './xpath-node.ts';

/** Compiles a location path. In CommCare's dialect a construct that its engine lacks fails when it is evaluated. */
export function compilePath(path: PathExpression, compiler: Compiler): Evaluator {
  if (compiler.dialect === 'commcare') {
    const reason = unsupportedPath(path);
    if (reason !== undefined) return failing(`${reason} in CommCare's XPath`);
  }
  if (path.start.kind === 'expression') return compileFilterExpression(path, compiler);
  return new LocationPath(simplified(path), compiler);
}

function failing(reason: string): Evaluator {
  return anyEvaluator(() => {
    throw new XPathEvaluationError(reason);
  });
}

/** The nodes from `chain[0]` upwards; kept between calls, since paths are walked too often to make an array each time. */
const chain: XPathNode[] = [];

/**
 * A path from the root, an instance, the context node or `current()`.
 *
 * Its leading steps that name the context node's own ancestors lead to those very ancestors: on `/data/rep[2]/y` the
 * path `/data/rep/x` is `/data/rep[2]/x`. A predicate takes a step out of the rule, and the rule ends at the first step
 * that names something else. In ODK relative paths are free of it.
 */
class LocationPath extends ValueEvaluator {
  readonly type = 'nodes';
  private readonly climbs: number;
  private readonly steps: readonly CompiledStep[];
  private readonly plain: boolean;
  /** The last step of a plain path, an attribute as `@name`. */
  private readonly lastKey: string;
  private readonly start: PathStart;
  private readonly strict: boolean;
  /** Where {@link locate} has come to. */
  private index = 0;
  private level = 0;

  constructor(path: PathExpression, compiler: Compiler) {
    super();
    const fixed = path.start.kind === 'root' || path.start.kind === 'instance';
    this.climbs = fixed ? 0 : leadingParents(path.steps);
    const rest = this.climbs === 0 ? path : { ...path, steps: path.steps.slice(this.climbs) };
    this.steps = compileSteps(rest, compiler);
    this.plain = this.steps.every(
      (step) => step.name !== undefined && step.prefix === '' && step.filters.length === 0,
    );
    this.lastKey = this.steps.length === 0 ? '' : stepName(this.steps.at(-1)!);
    this.start = path.start;
    this.strict = compiler.dialect === 'commcare';
  }

  value(frame: Frame): readonly XPathNode[] {
    const nodes = this.someNodes(frame);
    return nodes.length === 0 && this.strict ? this.impossible(frame) : nodes;
  }

  override scalar(frame: Frame): XPathScalar {
    const single = this.plain ? this.single(frame) : undefined;
    return single ?? toScalar(this.value(frame), frame);
  }

  override someNodes(frame: Frame): readonly XPathNode[] {
    const at = this.locate(frame);
    if (at === undefined) return [];
    if (this.index === this.steps.length) return this.alone(at);
    return relevantOnly(this.walk([at], frame, this.index, this.level));
  }

  count(frame: Frame): number {
    const [at, last] = [this.locate(frame), this.steps.length - 1];
    if (at === undefined || this.level >= 0 || this.index > last)
      return this.someNodes(frame).length;
    const parents = this.walk([at], frame, this.index, -1, last);
    const [only] = parents.length === 1 ? parents : [];
    const counted = only && this.steps[last]!.count?.(only, frame);
    return counted ?? relevantOnly(this.walk(parents, frame, last, -1)).length;
  }

  private alone(at: XPathNode): readonly XPathNode[] {
    if (at.kind === 'document' && this.strict) throw aboveRoot();
    return at.relevant ? [at] : [];
  }

  /** The value of the one node of the path, without arrays where each step leads to one node, as nearly always. */
  private single(frame: Frame): XPathScalar | undefined {
    const last = this.steps.length - 1;
    let at = this.locate(frame);
    for (let i = this.index; i < last && at !== undefined; i++) at = onlyNode(at, this.steps[i]!);
    if (at === undefined || this.index > last) return valueOf(at);
    return at.scalarNamed?.(this.lastKey) ?? valueOf(onlyNode(at, this.steps[last]!));
  }

  /** Climbs, then follows the context node's own ancestors as far as the steps name them. */
  private locate(frame: Frame): XPathNode | undefined {
    const at = this.origin(frame);
    this.index = 0;
    if (at === undefined) return at;
    const own = this.follow(at);
    return own.kind === 'document' ? this.enter(own) : own;
  }

  /**
   * Both engines take the first step for the root element, even when it is an attribute. JavaRosa does not compare its
   * name, which external data choose for themselves.
   */
  private enter(document: XPathNode): XPathNode {
    const step = this.steps[this.index];
    const root = document.children[0];
    if (step === undefined || root === undefined) return document;
    const named = !this.strict && step.name !== undefined && step.filters.length === 0;
    if (!named && !step.isAttribute) return document;
    this.index++;
    return root;
  }

  /** The node that the steps start from, with {@link chain} and {@link level} below it. */
  private origin(frame: Frame): XPathNode | undefined {
    this.level = -1;
    switch (this.start.kind) {
      case 'context':
        return this.climb(frame.node);
      case 'current':
        return this.climb(frame.current);
      case 'root':
        return this.top(mainDocument(frame), frame.node);
      default:
        return this.top(this.instance(frame), frame.node);
    }
  }

  private climb(node: XPathNode): XPathNode | undefined {
    let at = node;
    for (let i = 0; i < this.climbs; i++) {
      chain[i] = at;
      const { parent } = at;
      if (parent === undefined) {
        if (this.strict) throw aboveRoot();
        return at;
      }
      at = parent;
    }
    this.level = this.strict ? this.climbs - 1 : -1;
    return at;
  }

  private top(document: XPathNode, node: XPathNode): XPathNode {
    let depth = 0;
    let at = node;
    for (let parent = at.parent; parent !== undefined; parent = at.parent) {
      chain[depth++] = at;
      at = parent;
    }
    if (at === document) this.level = depth - 1;
    return document;
  }

  private instance(frame: Frame): XPathNode {
    const id = this.start.kind === 'instance' ? this.start.id : '';
    const document = frame.scope.instance(id);
    if (document !== undefined) return document;
    throw new XPathEvaluationError(
      `There is no instance “${id}”; declare it: <instance id="${id}" src="…"/>`,
    );
  }

  private follow(from: XPathNode): XPathNode {
    let at = from;
    while (this.level >= 0 && this.index < this.steps.length) {
      const step = this.steps[this.index]!;
      const mate = chain[this.level]!;
      if (step.filters.length > 0 || !names(step, mate)) break;
      at = mate;
      this.index++;
      this.level--;
    }
    return at;
  }

  private walk(
    from: readonly XPathNode[],
    frame: Frame,
    index: number,
    level: number,
    end = this.steps.length,
  ): readonly XPathNode[] {
    // Copied, because predicates walk paths of their own.
    const mates = level < 0 ? [] : chain.slice(0, level + 1);
    let nodes = from;
    for (let i = index; i < end && nodes.length > 0; i++) {
      const step = this.steps[i]!;
      let mate = mates.pop();
      if (mate !== undefined && !names(step, mate)) mates.length = 0;
      if (mate !== undefined && !names(step, mate)) mate = undefined;
      nodes = step.run(nodes, frame);
      if (mate !== undefined) nodes = meeting(nodes, step, mate);
    }
    return nodes;
  }

  /** CommCare takes a path that the tree can never have for a mistake, and so finds misspelt names. */
  private impossible(frame: Frame): readonly XPathNode[] {
    const at = this.locate(frame);
    if (at === undefined) return NONE;
    const names = this.steps.map(stepName);
    return impossibleNodes(at, { names, index: this.index, start: this.start }) ?? NONE;
  }
}

const NONE: readonly XPathNode[] = [];

function aboveRoot(): XPathEvaluationError {
  return new XPathEvaluationError('The path leads above the root element');
}

function onlyNode(at: XPathNode, step: CompiledStep): XPathNode | undefined {
  if (step.isAttribute) return at.attribute(step.name!);
  const children = at.childrenNamed(step.name!);
  return children.length === 1 ? children[0] : undefined;
}

function valueOf(node: XPathNode | undefined): XPathScalar | undefined {
  return node === undefined || node.kind === 'document' || !node.relevant ? undefined : node.value;
}

function stepName(step: CompiledStep): string {
  if (step.name === undefined) return '*';
  const name = step.prefix === '' ? step.name : `${step.prefix}:${step.name}`;
  return step.isAttribute ? `@${name}` : name;
}

function names(step: CompiledStep, mate: XPathNode): boolean {
  if (step.isAttribute || step.prefix !== '' || mate.kind !== 'element') return false;
  return step.isAnyChild || step.name === mate.name;
}

/** After a predicate has freed a step, later steps still keep to the numbers of the context node's own ancestors. */
function meeting(
  nodes: readonly XPathNode[],
  step: CompiledStep,
  mate: XPathNode,
): readonly XPathNode[] {
  if (step.filters.length > 0) {
    return step.isAnyChild ? nodes.filter((node) => node.name === mate.name) : nodes;
  }
  return nodes.filter((node) => node.index === mate.index && node.name === mate.name);
}
