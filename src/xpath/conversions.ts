import { dateText, dayNumber, parseDate } from './date-text.ts';
import type { Conversion } from './frame.ts';
import { numberText } from './number-text.ts';
import { XPathDate } from './xpath-date.ts';
import { XPathEvaluationError } from './xpath-error.ts';
import type { XPathNode, XPathScalar, XPathValue } from './xpath-node.ts';

/** True for a node-set. */
export function isNodes(value: XPathValue): value is readonly XPathNode[] {
  return typeof value === 'object' && !(value instanceof XPathDate);
}

/**
 * The set of a path that the tree can never have. It is empty, and using it as a value or as nodes is an error: only to
 * count it, or to pass it on, is none.
 */
export class ImpossibleNodes extends Array<XPathNode> {
  constructor(readonly reason: string) {
    super();
  }
}

/** Throws for a path that can never exist. */
function assertPossible(nodes: readonly XPathNode[]): void {
  if (nodes.length === 0 && nodes instanceof ImpossibleNodes) {
    throw new XPathEvaluationError(nodes.reason, '', 'unpack');
  }
}

/**
 * One value of any value. An empty node-set is `''`; one of several nodes is an error in CommCare's dialect and
 * its first node in ODK's.
 */
export function toScalar(value: XPathValue, { dialect }: Conversion): XPathScalar {
  if (!isNodes(value)) return value;
  assertPossible(value);
  if (value.length > 1 && dialect === 'commcare') throw severalNodes(value);
  return value[0]?.value ?? '';
}

/** The text of a value; a date without its time, a number as {@link numberText} prints it. */
export function toText(value: XPathValue, conversion: Conversion): string {
  const scalar = toScalar(value, conversion);
  if (typeof scalar === 'string') return scalar;
  if (typeof scalar === 'number') return numberText(scalar);
  return scalar instanceof XPathDate ? dateText(scalar, conversion.timeZone) : String(scalar);
}

/** The number of a value; NaN when it has none. A date is its day number, and so is its text in CommCare. */
export function toNumber(value: XPathValue, conversion: Conversion): number {
  const scalar = toScalar(value, conversion);
  if (typeof scalar === 'number') return scalar;
  if (typeof scalar === 'string') return textToNumber(scalar, conversion);
  if (typeof scalar === 'boolean') return scalar ? 1 : 0;
  return dayNumber(scalar, conversion.timeZone);
}

const DATE = /^\d+-\d+-\d+$/;
const NUMERAL = /^-?(?:\d+\.?\d*|\.\d+)$/;

function textToNumber(text: string, { dialect, timeZone }: Conversion): number {
  const trimmed = trimControls(text);
  if (NUMERAL.test(trimmed)) return Number(trimmed);
  if (dialect === 'odk') return decimalComma(trimmed);
  if (!DATE.test(trimmed)) return NaN;
  const date = parseDate(trimmed, timeZone);
  return date === undefined ? NaN : dayNumber(date, timeZone);
}

/** In ODK a comma is a decimal point. */
function decimalComma(text: string): number {
  const pointed = text.replace(',', '.');
  return NUMERAL.test(pointed) ? Number(pointed) : NaN;
}

/** Trimmed as Java trims: of everything up to the space, and of nothing else. */
export function trimControls(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 32) start++;
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/** The truth of a value: a number other than 0 and NaN, a text that is not empty, any date. */
export function toBoolean(value: XPathValue, conversion: Conversion): boolean {
  const scalar = toScalar(value, conversion);
  if (typeof scalar === 'boolean') return scalar;
  if (typeof scalar === 'string') return scalar.length > 0;
  return typeof scalar === 'number' ? Math.abs(scalar) > 1e-12 : true;
}

/** The nodes of a value. Throws {@link XPathEvaluationError} when it is not a node-set. */
export function toNodes(value: XPathValue): readonly XPathNode[] {
  if (isNodes(value)) {
    assertPossible(value);
    return value;
  }
  throw new XPathEvaluationError(
    `A set of nodes is needed, not the ${typeName(value)} ${String(value)}`,
  );
}

function typeName(value: XPathScalar): string {
  return value instanceof XPathDate ? 'date' : typeof value === 'string' ? 'text' : typeof value;
}

/** The error of CommCare's dialect for several nodes where one value is needed; it names them. */
export function severalNodes(nodes: readonly XPathNode[]): XPathEvaluationError {
  const places = nodes.slice(0, 3).map(nodePath).join(', ');
  return new XPathEvaluationError(
    `One value is needed here, but the path leads to ${nodes.length} nodes (${places}${nodes.length > 3 ? ', …' : ''}); ` +
      'choose one with a predicate, or join them with join(), sum() or count()',
    '',
    'unpack',
  );
}

/** Where a node stands: `/data/child[2]/@id`; positions are 1-based and left out when they are 1. */
export function nodePath(node: XPathNode): string {
  if (node.parent === undefined) return node.kind === 'document' ? '' : node.name;
  const above = nodePath(node.parent);
  if (node.kind === 'attribute') return `${above}/@${node.name}`;
  return `${above}/${node.name}${node.index > 0 ? `[${node.index + 1}]` : ''}`;
}
