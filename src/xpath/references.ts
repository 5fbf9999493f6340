import type { Dialect, PathReference } from './compiled-expression.ts';
import type { CallExpression, Expression, PathExpression, Step } from './expression.ts';
import { operandsOf, type FunctionTraits } from './static-analysis.ts';

/** What reference analysis needs to know of a function. */
export interface ReferenceTraits extends FunctionTraits {
  readonly structural: ReadonlySet<number>;
}

/** A place that an expression stands on: the path of the node, and how many of its steps are the context node's own. */
interface Place {
  readonly instance: string | undefined;
  readonly path: readonly string[];
  readonly shared: number;
}

/** What becomes of the value at a path: the expression's own value, a decision, or something computed from it. */
type Fate = 'handedOn' | 'decides' | 'computed';

/** What a path is to the expressions around it; see {@link PathReference}. */
interface Use {
  readonly structural: boolean;
  readonly fate: Fate;
}

/** Functions that give one of their arguments back as it is. */
const CHOOSING: ReadonlySet<string> = new Set(['coalesce', 'if', 'cond', 'once']);

type TraitsOf = (name: string) => ReferenceTraits | undefined;

/**
 * The paths that an expression may read on a node at `contextPath`, without duplicates, in the order of the text.
 * `once(x)` reads its own node as well, but as an old value, so that is no reference.
 */
export function referencesOf(
  expression: Expression,
  contextPath: readonly string[],
  dialect: Dialect,
  traitsOf: TraitsOf,
): readonly PathReference[] {
  const context: Place = { instance: undefined, path: contextPath, shared: contextPath.length };
  const collector = new Collector(context, dialect, traitsOf);
  collector.visit(expression, context, { structural: false, fate: 'handedOn' });
  return [...collector.found.values()];
}

class Collector {
  readonly found = new Map<string, PathReference>();

  constructor(
    private readonly current: Place,
    private readonly dialect: Dialect,
    private readonly traitsOf: TraitsOf,
  ) {}

  visit(expression: Expression, context: Place, use: Use): void {
    if (expression.kind === 'path') this.visitPath(expression, context, use);
    else if (expression.kind === 'call') this.visitCall(expression, context, use);
    else {
      const inner = expression.kind === 'union' ? use : inside(expression, use);
      for (const operand of operandsOf(expression)) this.visit(operand, context, inner);
    }
  }

  private visitCall(call: CallExpression, context: Place, use: Use): void {
    const { name, args } = call;
    const traits = this.traitsOf(name);
    if (traits !== undefined && args.length <= traits.contextArity) {
      const place = name === 'current' ? this.current : context;
      const structural = traits.structural.size > 0;
      this.add(place, { structural, fate: structural ? 'decides' : use.fate });
    }
    if (name === 'id') this.add(below({ instance: undefined, path: [], shared: 0 }), use);
    if (name === 'indexed-repeat') return this.visitIndexedRepeat(args, context, use);
    args.forEach((arg, i) => {
      const structural = traits?.structural.has(i) ?? false;
      const fate = structural ? 'computed' : fateOfArgument(call, i, use.fate);
      this.visit(arg, context, { structural, fate });
    });
  }

  /** The path and its repeats are free of the context node's own repeats; their numbers are arguments. */
  private visitIndexedRepeat(args: readonly Expression[], context: Place, use: Use): void {
    const free: Place = { ...context, shared: Math.min(context.shared, 1) };
    args.forEach((arg, i) => {
      if (i === 0) this.visit(arg, free, { ...use, fate: 'decides' });
      else
        this.visit(arg, i % 2 === 1 ? free : context, { structural: i % 2 === 1, fate: 'decides' });
    });
  }

  private visitPath(path: PathExpression, context: Place, use: Use): void {
    const { start, steps } = path;
    if (start.kind === 'expression') return this.visitFilter(path, context, use);
    const climbed = startOf(path, context, this.current);
    if (climbed === undefined) return;
    const origin = start.kind === 'current' ? this.current : context;
    const fixed = start.kind === 'root' || start.kind === 'instance';
    const walker = new Walker(climbed, origin, fixed || this.dialect === 'commcare');
    for (const step of steps) {
      walker.step(step);
      for (const place of step.predicates.length > 0 ? walker.places : []) {
        for (const predicate of step.predicates) this.visit(predicate, place, DECIDES);
      }
    }
    const chooses = steps.some(({ predicates }) => predicates.length > 0);
    for (const place of walker.places) this.add(place, chooses ? { ...use, fate: 'decides' } : use);
  }

  /** A value, then steps from wherever its nodes are: whatever its paths lead to, and all below. */
  private visitFilter({ start, steps }: PathExpression, context: Place, use: Use): void {
    if (start.kind !== 'expression') return;
    const inner = new Collector(this.current, this.dialect, this.traitsOf);
    inner.visit(start.base, context, steps.length === 0 ? use : DECIDES);
    for (const base of inner.found.values()) {
      this.add(base, { structural: base.structural, fate: base.settles ? 'decides' : 'computed' });
      const walker = new Walker({ ...base, shared: Math.min(base.shared, 1) }, context, false);
      for (const predicate of start.predicates) this.visit(predicate, walker.places[0]!, DECIDES);
      for (const step of steps) {
        walker.step(step);
        for (const place of walker.places) {
          for (const predicate of step.predicates) this.visit(predicate, place, DECIDES);
        }
      }
      if (steps.length > 0) for (const place of walker.places) this.add(place, use);
    }
  }

  private add({ instance, path, shared }: Place, { structural, fate }: Use): void {
    if (path.length === 0) return;
    const key = `${instance ?? ''}|${path.join('/')}|${shared}|${structural}`;
    const settles = fate !== 'computed' && (this.found.get(key)?.settles ?? true);
    const found = { instance, path, shared: Math.min(shared, path.length), structural, settles };
    this.found.set(key, found);
  }
}

const DECIDES: Use = { structural: false, fate: 'decides' };

function inside({ kind }: Expression, { fate }: Use): Use {
  const compares = kind === 'comparison' || kind === 'logic';
  return fate === 'decides' || (compares && fate === 'handedOn')
    ? DECIDES
    : { structural: false, fate: 'computed' };
}

function fateOfArgument({ name }: CallExpression, index: number, fate: Fate): Fate {
  if (fate !== 'handedOn') return fate;
  if (name === 'if' && index === 0) return 'decides';
  return CHOOSING.has(name) ? 'handedOn' : 'computed';
}

function startOf({ start }: PathExpression, context: Place, current: Place): Place | undefined {
  switch (start.kind) {
    case 'context':
      return context;
    case 'current':
      return current;
    case 'root':
      return { instance: undefined, path: [], shared: 0 };
    case 'instance':
      return { instance: start.id, path: [], shared: 0 };
    default:
      return undefined;
  }
}

/** Follows the steps of a path over names, as evaluation follows them over nodes. */
class Walker {
  places: readonly Place[];
  /** True as long as the steps only climb, or name the ancestors of the node that they began from. */
  private own: boolean;

  constructor(
    start: Place,
    private readonly origin: Place,
    follows: boolean,
  ) {
    this.places = [start];
    this.own = follows && start.instance === origin.instance;
  }

  step(step: Step): void {
    const [only, another] = this.places;
    this.places =
      only !== undefined && another === undefined
        ? this.next(only, step)
        : this.places.flatMap((place) => this.next(place, step));
  }

  private next(place: Place, step: Step): readonly Place[] {
    if (place.path.at(-1) === '**') return [place];
    const { axis } = step;
    switch (axis) {
      case 'self':
        return [place];
      case 'parent':
        return place.path.length === 0 ? [] : [upTo(place, place.path.length - 1)];
      case 'child':
        return [this.child(place, nameOf(step), step.predicates.length > 0)];
      case 'attribute':
        return [this.child(place, `@${nameOf(step)}`, false)];
      case 'ancestor':
      case 'ancestor-or-self':
        return ancestorsOf(place, axis === 'ancestor-or-self', nameOf(step));
      case 'following-sibling':
      case 'preceding-sibling':
        return [this.beside(place, nameOf(step))];
      case 'namespace':
        return [];
      default:
        this.own = false;
        return [below(axis.startsWith('descendant') ? place : upTo(place, 1))];
    }
  }

  private child(place: Place, name: string, filtered: boolean): Place {
    const depth = place.path.length;
    const matches = this.own && depth < this.origin.path.length && !name.startsWith('@');
    const mate = matches ? this.origin.path[depth] : undefined;
    this.own = mate !== undefined && (name === mate || name === '*') && !filtered;
    const path = [...place.path, name];
    const certain = depth === 0 || (this.own && this.origin.shared > depth);
    return {
      instance: place.instance,
      path: this.own ? [...place.path, mate!] : path,
      shared:
        place.instance === undefined && certain && place.shared >= depth ? depth + 1 : place.shared,
    };
  }

  private beside(place: Place, name: string): Place {
    this.own = false;
    const above = upTo(place, place.path.length - 1);
    return { ...above, path: [...above.path, name] };
  }
}

function nameOf({ test }: Step): string {
  return test.kind === 'name' ? test.name : '*';
}

function upTo({ instance, path, shared }: Place, length: number): Place {
  const end = Math.max(length, 0);
  return { instance, path: path.slice(0, end), shared: Math.min(shared, end) };
}

function below({ instance, path, shared }: Place): Place {
  return { instance, path: [...path, '**'], shared: Math.min(shared, path.length) };
}

function ancestorsOf(place: Place, self: boolean, name: string): Place[] {
  const found: Place[] = [];
  for (let length = place.path.length - (self ? 0 : 1); length > 0; length--) {
    if (name === '*' || place.path[length - 1] === name) found.push(upTo(place, length));
  }
  return found;
}
