import type { CompiledExpression, PathReference } from '../../xpath/compiled-expression.ts';
import type { ControlDefinition, ItemsetDefinition } from '../definition/control-definition.ts';
import type { FormReader } from '../definition/form-reader.ts';
import type { ItextDefinition } from '../definition/itext-definition.ts';
import type { NodeDefinition } from '../definition/node-definition.ts';
import type { TextDefinition, TextPart } from '../definition/text-definition.ts';
import { NONE, withOneMore } from '../growing-list.ts';
import type { Computation, Dependency, Dependents } from './dependency-graph.ts';
import { DependencyGraph } from './dependency-graph.ts';
import { orderComputations } from './order-computations.ts';

interface GraphParts {
  readonly document: NodeDefinition;
  readonly controls: readonly ControlDefinition[];
  readonly itext: ItextDefinition;
}

/** A node that a computation reads. */
export interface Reading {
  readonly definition: NodeDefinition;
  readonly shared: number;
  readonly structural: boolean;
  /** See {@link PathReference.settles}. */
  readonly settles: boolean;
}

/** A computation with all that it reads. */
export interface Reader {
  readonly computation: Computation;
  readonly readings: readonly Reading[];
  readonly line: number;
}

/** Finds out who reads whom. A cycle is noted as a problem of the form and names its members. */
export function buildDependencyGraph(parts: GraphParts, reader: FormReader): DependencyGraph {
  const definitions = parts.document.descendants();
  const readers = [
    ...computedReaders(definitions, parts.document),
    ...displayReaders(definitions, parts),
  ];
  const ordered = orderComputations(readers, reader).map((each) => withChoiceNames(each, parts));
  return new DependencyGraph(
    ordered.map(({ computation }) => computation),
    dependentsByNode(ordered),
  );
}

/**
 * The name of a choice follows its label, too. That is added behind the order, where it can make no circle: a label that reads
 * what the name is part of is no fault of the form.
 */
function withChoiceNames(reader: Reader, parts: GraphParts): Reader {
  const { computation, readings } = reader;
  if (!CHOICE_NAME.some((name) => computation.expression?.functions.has(name))) return reader;
  return {
    ...reader,
    readings: [...readings, ...readings.flatMap((each) => choiceLabels(each, parts))],
  };
}

const CHOICE_NAME = ['jr:choice-name', 'choice-name'];

/** What the labels of the choices read that a question offers. */
function choiceLabels({ definition, shared }: Reading, parts: GraphParts): Reading[] {
  const readings: Reading[] = [];
  for (const control of definition.controls) {
    if (!('items' in control)) continue;
    for (const { label } of control.items) {
      forExpressions(label, parts.itext, (each) =>
        addReadings(each, definition, parts.document, readings),
      );
    }
    if (control.itemset !== undefined)
      readings.push(...itemReadings(control.itemset, definition, parts));
  }
  return sharingAtMost(readings, shared);
}

const COMPUTED = ['relevant', 'calculate', 'readonly', 'required'] as const;

/** The computations of the binds, and of the counts of repeats. */
function computedReaders(
  definitions: readonly NodeDefinition[],
  document: NodeDefinition,
): Reader[] {
  const readers: Reader[] = [];
  for (const target of definitions) {
    for (const kind of target.bind === undefined ? [] : COMPUTED) {
      const expression = target.bind?.[kind];
      if (expression !== undefined) readers.push(readerOf({ kind, target, expression }, document));
    }
    const expression = target.repeat?.count;
    if (expression !== undefined)
      readers.push(countReader({ kind: 'count', target, expression }, document));
  }
  return readers;
}

type Computed = Computation & { readonly expression: CompiledExpression };

function readerOf(computation: Computed, document: NodeDefinition): Reader {
  const { target, expression } = computation;
  const readings: Reading[] = [];
  addReadings(expression, target, document, readings);
  return { computation, readings, line: target.bind?.line ?? 0 };
}

/**
 * A count is asked on the item that would come next, as is whether that item would be relevant; what both have in common
 * with other nodes ends at the parent of the items. Where the parent is not relevant no items are made.
 */
function countReader(computation: Computed, document: NodeDefinition): Reader {
  const { target, expression } = computation;
  const parent = target.parent as NodeDefinition;
  const relevant = target.bind?.relevant;
  const readings: Reading[] = [];
  addReadings(expression, target, document, readings);
  if (relevant !== undefined) addReadings(relevant, target, document, readings);
  readings.push(ownRelevance(parent));
  const atMost = sharingAtMost(readings, parent.depth);
  return { computation, readings: atMost, line: target.repeat?.line ?? 0 };
}

function sharingAtMost(readings: readonly Reading[], depth: number): Reading[] {
  return readings.map((reading) => ({ ...reading, shared: Math.min(reading.shared, depth) }));
}

/** What is shown at a node: its constraint, its messages, the texts and choices of its controls. */
function displayReaders(definitions: readonly NodeDefinition[], parts: GraphParts): Reader[] {
  const shown = new ShownExpressions(parts.itext);
  for (const target of definitions) shown.addBind(target);
  shown.addControls(parts.controls);
  const readers: Reader[] = [];
  for (const [target, expressions] of shown.byTarget) {
    const readings: Reading[] = [];
    for (const each of expressions) addReadings(each, target, parts.document, readings);
    for (const itemset of shown.itemsets.get(target) ?? NONE) {
      readings.push(...itemReadings(itemset, target, parts), ownRelevance(target));
    }
    if (readings.length === 0) continue;
    readers.push(displayReader(target, readings));
  }
  return [...readers, ...newItemReaders(definitions, parts)];
}

function displayReader(target: NodeDefinition, readings: readonly Reading[]): Reader {
  return { computation: { kind: 'display', target, expression: undefined }, readings, line: 0 };
}

/** Whether another item is offered, and how it is called, is seen at the parent of the items: there may be none yet. */
function newItemReaders(
  definitions: readonly NodeDefinition[],
  { document, itext }: GraphParts,
): Reader[] {
  const readers: Reader[] = [];
  for (const { repeat, bind, parent } of definitions) {
    if (repeat === undefined || parent === undefined) continue;
    const readings: Reading[] = [];
    const add = (each: CompiledExpression) => addReadings(each, repeat.target, document, readings);
    if (bind?.relevant !== undefined) add(bind.relevant);
    for (const text of [repeat.label, repeat.hint, repeat.help]) forExpressions(text, itext, add);
    if (readings.length === 0) continue;
    readers.push(displayReader(parent, sharingAtMost(readings, parent.depth)));
  }
  return readers;
}

/** Whether the node is relevant: where it is not, no items are made, and no choice is taken back. */
function ownRelevance(target: NodeDefinition): Reading {
  return { definition: target, shared: target.depth, structural: true, settles: true };
}

/** What is read of each node that an itemset chooses in the main instance. */
function itemReadings(
  { nodeset, value, label, sort }: ItemsetDefinition,
  target: NodeDefinition,
  { document, itext }: GraphParts,
): Reading[] {
  const expressions = [value, ...(sort === undefined ? [] : [sort])];
  forExpressions(label, itext, (each) => expressions.push(each));
  const chosen: Reading[] = [];
  addReadings(nodeset, target, document, chosen);
  return chosen.flatMap(({ definition, shared }) => {
    const readings: Reading[] = [];
    for (const each of expressions) addReadings(each, definition, document, readings);
    return sharingAtMost(readings, shared);
  });
}

/** Gathers the expressions of what is only shown. Most nodes have none, so nothing is made for a node before its first. */
class ShownExpressions {
  readonly byTarget = new Map<NodeDefinition, Set<CompiledExpression>>();
  readonly itemsets = new Map<NodeDefinition, readonly ItemsetDefinition[]>();

  constructor(private readonly itext: ItextDefinition) {}

  addBind(target: NodeDefinition): void {
    if (target.bind === undefined) return;
    const { constraint, constraintMessage, requiredMessage } = target.bind;
    if (constraint !== undefined) this.#add(target, constraint);
    this.#addText(target, constraintMessage);
    this.#addText(target, requiredMessage);
  }

  addControls(controls: readonly ControlDefinition[]): void {
    for (const control of controls) {
      this.#addControl(control);
      if (control.kind === 'group' || control.kind === 'repeat') this.addControls(control.children);
    }
  }

  #addControl(control: ControlDefinition): void {
    const { target } = control;
    this.#addText(target, control.label);
    this.#addText(target, control.hint);
    this.#addText(target, control.help);
    this.#addText(target, control.alert);
    if (control.kind !== 'select1' && control.kind !== 'select' && control.kind !== 'rank') return;
    for (const item of control.items) this.#addText(target, item.label);
    if (control.itemset === undefined) return;
    this.#add(target, control.itemset.nodeset);
    this.itemsets.set(target, withOneMore(this.itemsets.get(target) ?? NONE, control.itemset));
  }

  #addText(target: NodeDefinition, text: TextDefinition | undefined): void {
    forExpressions(text, this.itext, (expression) => this.#add(target, expression));
  }

  #add(target: NodeDefinition, expression: CompiledExpression): void {
    const known = this.byTarget.get(target);
    if (known === undefined) this.byTarget.set(target, new Set([expression]));
    else known.add(expression);
  }
}

/** Calls `found` for each expression that a text is made of. */
function forExpressions(
  text: TextDefinition | undefined,
  itext: ItextDefinition,
  found: (expression: CompiledExpression) => void,
): void {
  if (text === undefined) return;
  if (text.kind === 'ref') found(text.expression);
  else if (text.kind === 'inline') forParts(text.parts, found);
  else if (typeof text.id !== 'string') found(text.id);
  else {
    for (const texts of itext.translations.values()) {
      for (const parts of texts.get(text.id)?.values() ?? []) forParts(parts, found);
    }
  }
}

function forParts(
  parts: readonly TextPart[],
  found: (expression: CompiledExpression) => void,
): void {
  for (const part of parts) if (typeof part !== 'string') found(part);
}

function addReadings(
  expression: CompiledExpression,
  context: NodeDefinition,
  document: NodeDefinition,
  readings: Reading[],
): void {
  for (const reference of expression.references(context.path)) {
    if (reference.instance === undefined) addNodes(reference, document, readings);
  }
}

function addNodes(reference: PathReference, document: NodeDefinition, readings: Reading[]): void {
  const { shared, structural, settles } = reference;
  for (const definition of matching(document, reference.path)) {
    readings.push({ definition, shared, structural, settles });
  }
}

/** The definitions at a path in which `*` is any name, and a last `**` anything below. */
function matching(document: NodeDefinition, path: readonly string[]): readonly NodeDefinition[] {
  if (!path.some(isWild)) return defined(document.find(path));
  let found: readonly NodeDefinition[] = [document];
  for (const step of path) found = found.flatMap((each) => stepFrom(each, step));
  return found;
}

function stepFrom(from: NodeDefinition, step: string): readonly NodeDefinition[] {
  if (step === '**') return from.descendants();
  if (step === '*') return from.children;
  return defined(from.find([step]));
}

function isWild(step: string): boolean {
  return step === '*' || step === '**';
}

function defined(definition: NodeDefinition | undefined): NodeDefinition[] {
  return definition === undefined ? [] : [definition];
}

function dependentsByNode(readers: readonly Reader[]): Map<NodeDefinition, Dependents> {
  const all = new Map<NodeDefinition, Growing>();
  readers.forEach(({ readings }, rank) => {
    for (const { definition, shared, structural } of readings) {
      let dependents = all.get(definition);
      if (dependents === undefined)
        all.set(definition, (dependents = { value: NONE, structure: NONE }));
      const kind = structural ? 'structure' : 'value';
      dependents[kind] = withDependency(dependents[kind], rank, shared);
    }
  });
  return all;
}

type Growing = { -readonly [Kind in keyof Dependents]: Dependents[Kind] };

/** One computation may read a node in two ways; the one that shares least affects most. Ranks only rise. */
function withDependency(
  dependencies: readonly Dependency[],
  rank: number,
  shared: number,
): readonly Dependency[] {
  const last = dependencies.at(-1);
  if (last?.rank !== rank) return withOneMore(dependencies, { rank, shared });
  if (shared < last.shared)
    (dependencies as Dependency[])[dependencies.length - 1] = { rank, shared };
  return dependencies;
}
