import type { CompiledExpression, PathReference } from '../../xpath/compiled-expression.ts';
import type { ControlDefinition } from '../definition/control-definition.ts';
import type { FormReader } from '../definition/form-reader.ts';
import type { ItextDefinition } from '../definition/itext-definition.ts';
import type { NodeDefinition } from '../definition/node-definition.ts';
import type { TextDefinition } from '../definition/text-definition.ts';
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
}

/** A computation with all that it reads. */
export interface Reader {
  readonly computation: Computation;
  readonly readings: readonly Reading[];
  readonly line: number;
}

/** Finds out who reads whom. A cycle is noted as a problem of the form and names its members. */
export function buildDependencyGraph(parts: GraphParts, reader: FormReader): DependencyGraph {
  const readers = [...computedReaders(parts.document), ...displayReaders(parts)];
  const ordered = orderComputations(readers, reader);
  return new DependencyGraph(
    ordered.map(({ computation }) => computation),
    dependentsByNode(ordered),
  );
}

/** The computations of the binds, and of the counts of repeats. */
function* computedReaders(document: NodeDefinition): Generator<Reader> {
  for (const target of document.descendants()) {
    for (const kind of ['relevant', 'calculate', 'readonly', 'required'] as const) {
      const expression = target.bind?.[kind];
      if (expression !== undefined) yield readerOf({ kind, target, expression }, target, document);
    }
    const count = target.repeat?.count;
    if (count !== undefined && target.parent !== undefined) {
      yield readerOf({ kind: 'count', target, expression: count }, target.parent, document);
    }
  }
}

function readerOf(
  computation: Computation & { expression: CompiledExpression },
  context: NodeDefinition,
  document: NodeDefinition,
): Reader {
  const readings = readingsOf(computation.expression, context, document);
  return { computation, readings, line: computation.target.bind?.line ?? 0 };
}

/** What is shown at a node: its constraint, its messages, the texts and choices of its controls. */
function* displayReaders(parts: GraphParts): Generator<Reader> {
  const expressions = new Map<NodeDefinition, Set<CompiledExpression>>();
  const add = (target: NodeDefinition, found: Iterable<CompiledExpression>) => {
    const all = expressions.get(target) ?? new Set();
    for (const expression of found) all.add(expression);
    expressions.set(target, all);
  };
  for (const target of parts.document.descendants()) {
    if (target.bind !== undefined) add(target, bindDisplay(target, parts.itext));
  }
  for (const control of allControls(parts.controls)) {
    add(control.target, controlDisplay(control, parts.itext));
  }
  for (const [target, found] of expressions) {
    const readings = [...found].flatMap((each) => readingsOf(each, target, parts.document));
    if (readings.length === 0) continue;
    yield { computation: { kind: 'display', target, expression: undefined }, readings, line: 0 };
  }
}

function* bindDisplay(
  target: NodeDefinition,
  itext: ItextDefinition,
): Generator<CompiledExpression> {
  const { constraint, constraintMessage, requiredMessage } = target.bind ?? {};
  if (constraint !== undefined) yield constraint;
  yield* textExpressions(constraintMessage, itext);
  yield* textExpressions(requiredMessage, itext);
}

function* controlDisplay(
  control: ControlDefinition,
  itext: ItextDefinition,
): Generator<CompiledExpression> {
  for (const text of [control.label, control.hint, control.help, control.alert]) {
    yield* textExpressions(text, itext);
  }
  if (control.kind !== 'select1' && control.kind !== 'select' && control.kind !== 'rank') return;
  for (const item of control.items) yield* textExpressions(item.label, itext);
  if (control.itemset !== undefined) yield control.itemset.nodeset;
}

function* textExpressions(
  text: TextDefinition | undefined,
  itext: ItextDefinition,
): Generator<CompiledExpression> {
  if (text === undefined) return;
  if (text.kind === 'ref') yield text.expression;
  else if (text.kind === 'inline') yield* text.parts.filter((part) => typeof part !== 'string');
  else if (typeof text.id !== 'string') yield text.id;
  else yield* itextExpressions(text.id, itext);
}

function* itextExpressions(id: string, itext: ItextDefinition): Generator<CompiledExpression> {
  for (const texts of itext.translations.values()) {
    for (const parts of texts.get(id)?.values() ?? []) {
      yield* parts.filter((part) => typeof part !== 'string');
    }
  }
}

function* allControls(controls: readonly ControlDefinition[]): Generator<ControlDefinition> {
  for (const control of controls) {
    yield control;
    if (control.kind === 'group' || control.kind === 'repeat') yield* allControls(control.children);
  }
}

function readingsOf(
  expression: CompiledExpression,
  context: NodeDefinition,
  document: NodeDefinition,
): Reading[] {
  return expression
    .references(context.path)
    .filter((reference) => reference.instance === undefined)
    .flatMap((reference) => readNodes(reference, document));
}

function readNodes(reference: PathReference, document: NodeDefinition): Reading[] {
  const { shared, structural } = reference;
  const readings: Reading[] = [];
  for (const definition of matching(document, reference.path, 0)) {
    readings.push({ definition, shared, structural });
    // The value of a container is the text of all below it.
    if (!structural) readings.push(...inside(definition, shared));
  }
  return readings;
}

function* matching(
  from: NodeDefinition,
  path: readonly string[],
  at: number,
): Generator<NodeDefinition> {
  const step = path[at];
  if (step === undefined) yield from;
  else if (step === '**') yield* from.descendants();
  else if (step === '*') for (const child of from.children) yield* matching(child, path, at + 1);
  else {
    const next = from.find([step]);
    if (next !== undefined) yield* matching(next, path, at + 1);
  }
}

function inside(definition: NodeDefinition, shared: number): Reading[] {
  if (definition.children.length === 0) return [];
  return [...definition.descendants()]
    .slice(1)
    .filter((below) => below.kind === 'element')
    .map((below) => ({ definition: below, shared, structural: false }));
}

function dependentsByNode(readers: readonly Reader[]): Map<NodeDefinition, Dependents> {
  const value = new Map<NodeDefinition, Map<number, number>>();
  const structure = new Map<NodeDefinition, Map<number, number>>();
  readers.forEach((reader, rank) => {
    for (const { definition, shared, structural } of reader.readings) {
      keepWidest(structural ? structure : value, definition, rank, shared);
    }
  });
  const all = new Map<NodeDefinition, Dependents>();
  for (const definition of new Set([...value.keys(), ...structure.keys()])) {
    all.set(definition, {
      value: dependencies(value.get(definition)),
      structure: dependencies(structure.get(definition)),
    });
  }
  return all;
}

/** One computation may read a node in two ways; the one that shares least affects most. */
function keepWidest(
  map: Map<NodeDefinition, Map<number, number>>,
  definition: NodeDefinition,
  rank: number,
  shared: number,
): void {
  const ranks = map.get(definition) ?? new Map<number, number>();
  ranks.set(rank, Math.min(shared, ranks.get(rank) ?? shared));
  map.set(definition, ranks);
}

function dependencies(ranks: ReadonlyMap<number, number> | undefined): Dependency[] {
  return [...(ranks ?? [])].map(([rank, shared]) => ({ rank, shared }));
}
