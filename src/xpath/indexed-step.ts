import type { Frame } from './frame.ts';
import { lookupText } from './lookup-text.ts';
import type { Filter } from './predicate.ts';
import type { Records } from './records.ts';
import type { XPathNode } from './xpath-node.ts';

/** A step `child::name` with predicates that trees may answer without a look at each child. */
export interface IndexedStep {
  readonly name: string;
  readonly filters: readonly Filter[];
  /** Those that an index may answer. */
  readonly lookups: readonly Filter[];
  /** Whether there are others that records can be asked. */
  readonly asksRecords: boolean;
}

/** `undefined` for a step of which nothing can be answered so. */
export function indexedStep(name: string, filters: readonly Filter[]): IndexedStep | undefined {
  const lookups = leadingLookups(filters);
  const asksRecords = filters.some(
    (filter) => filter.condition !== undefined && !isForIndex(filter),
  );
  if (lookups.length === 0 && !asksRecords) return undefined;
  return { name, filters, lookups, asksRecords };
}

/** The nodes that the step leads to from `parent`; `undefined` where each child has to be looked at. */
export function findIndexed(
  step: IndexedStep,
  parent: XPathNode,
  frame: Frame,
): readonly XPathNode[] | undefined {
  if (step.asksRecords) {
    const found = findRecords(step, parent, frame);
    if (found !== undefined) return found;
  }
  if (parent.lookup === undefined) return undefined;
  const answer = smallestAnswer(parent as Asked<XPathNode>, step, frame);
  if (answer !== undefined) return applyAll(othersOf(step, answer, parent), answer.found, frame);
  return step.filters[0]?.condition && findRecords(step, parent, frame);
}

/** How many nodes the step leads to from `parent`; `undefined` where that has no records. */
export function countRecords(
  name: string,
  step: IndexedStep | undefined,
  parent: XPathNode,
  frame: Frame,
): number | undefined {
  const records = parent.records?.(name);
  if (records === undefined || step === undefined) return records?.all.length;
  const { rows, others } = keptRows(step, records, frame);
  if (others.length === 0) return rows.length;
  return applyAll(others, records.nodes(rows), frame).length;
}

function findRecords(
  step: IndexedStep,
  parent: XPathNode,
  frame: Frame,
): readonly XPathNode[] | undefined {
  const records = parent.records?.(step.name);
  if (records === undefined) return undefined;
  const { rows, others } = keptRows(step, records, frame);
  return applyAll(others, records.nodes(rows), frame);
}

/** Asks the indexes, then one condition after the other as long as records can be asked; `others` are left for nodes. */
function keptRows(step: IndexedStep, records: Records, frame: Frame) {
  const answer = smallestAnswer(records, step, frame);
  let rows = answer?.found ?? records.all;
  const others = [...othersOf(step, answer, records)];
  while (others[0]?.condition !== undefined) {
    const kept = others[0].condition.keep(records, rows, frame);
    if (kept === undefined) break;
    rows = kept;
    others.shift();
  }
  return { rows, others };
}

function applyAll(
  filters: readonly Filter[],
  nodes: readonly XPathNode[],
  frame: Frame,
): readonly XPathNode[] {
  return filters.reduce((left, filter) => filter.apply(left, frame, false), nodes);
}

/** An index is asked for texts. */
function isForIndex({ lookup }: Filter): boolean {
  if (lookup === undefined) return false;
  const { type, constant } = lookup.operand;
  return type !== 'number' && type !== 'boolean' && constant !== '';
}

/** The filters that an index may answer, up to the first for which positions count. */
function leadingLookups(filters: readonly Filter[]): readonly Filter[] {
  const end = filters.findIndex((filter) => filter.positional);
  const leading = end < 0 ? filters : filters.slice(0, end);
  return leading.filter((filter) => filter.lookup !== undefined);
}

/** Whoever has indexes: of nodes, or of records. */
type Asked<Found> = Pick<Records<Found>, 'lookup' | 'lookupAll' | 'hasIndex'>;

/** CommCare evaluates what is sought in a declared index, and fails where that fails, whether or not anything is left. */
function isDeclared({ lookup }: Filter, asked: Pick<Asked<unknown>, 'hasIndex'>): boolean {
  return lookup !== undefined && (asked.hasIndex?.(lookup.key) ?? false);
}

/** The filters that are not answered, as they hold after an index was asked. */
function othersOf(
  { filters }: IndexedStep,
  answer: Answer<unknown> | undefined,
  asked: Pick<Asked<unknown>, 'hasIndex'>,
): readonly Filter[] {
  if (answer === undefined) return filters;
  return filters
    .filter((filter) => !answer.filters.includes(filter))
    .map((filter) => (isDeclared(filter, asked) ? (filter.lookup?.outside ?? filter) : filter));
}

/** What an index gives for some of the filters. */
interface Answer<Found> {
  readonly filters: readonly Filter[];
  readonly found: readonly Found[];
}

function smallestAnswer<Found>(
  asked: Asked<Found>,
  { name, lookups }: IndexedStep,
  frame: Frame,
): Answer<Found> | undefined {
  let best = declaredAnswer(asked, name, lookups, frame);
  for (const filter of lookups) {
    if (best?.filters.includes(filter)) continue;
    const { key, operand, outside } = filter.lookup!;
    const mustAsk = isDeclared(filter, asked);
    if (!mustAsk && (outside !== undefined || best?.found.length === 0)) continue;
    const text = lookupText(operand, frame);
    const found = text === undefined ? undefined : asked.lookup(name, key, text);
    if (found === undefined || (best !== undefined && found.length >= best.found.length)) continue;
    best = { filters: [filter], found };
  }
  return best;
}

/** The answer to all declared indexes together, where there are several. */
function declaredAnswer<Found>(
  asked: Asked<Found>,
  name: string,
  lookups: readonly Filter[],
  frame: Frame,
): Answer<Found> | undefined {
  if (asked.lookupAll === undefined || lookups.length < 2) return undefined;
  const conditions: [string, string][] = [];
  const filters: Filter[] = [];
  for (const filter of lookups) {
    if (!isDeclared(filter, asked)) continue;
    const text = lookupText(filter.lookup!.operand, frame);
    if (text === undefined) continue;
    conditions.push([filter.lookup!.key, text]);
    filters.push(filter);
  }
  const found = filters.length < 2 ? undefined : asked.lookupAll(name, conditions);
  return found && { filters, found };
}
