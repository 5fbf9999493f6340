import { compileXPath } from '../../xpath/compile-xpath.ts';
import type { Dialect } from '../../xpath/compiled-expression.ts';
import { isNodes, nodePath, toScalar, toText } from '../../xpath/conversions.ts';
import { documentOf } from '../../xpath/frame.ts';
import { XPathDate } from '../../xpath/xpath-date.ts';
import { XPathEvaluationError, XPathParseError } from '../../xpath/xpath-error.ts';
import type { XPathNode, XPathScalar } from '../../xpath/xpath-node.ts';
import { differs, firstDifference, readNumber, sameNumber } from './compare-values.ts';
import type { Resources } from './find-resources.ts';
import type { ConformanceLine } from './line-runner.ts';
import type { SessionJson } from './session-document.ts';
import type { XPathWorld } from './xpath-world.ts';
import { xpathWorld } from './xpath-world.ts';

/** One line of an `xpath.jsonl` or `odk-xpath.jsonl`. */
export interface XPathLine extends ConformanceLine {
  readonly cat: string;
  readonly expr: string;
  readonly dialect?: Dialect;
  readonly context?: string;
  readonly instance?: string;
  readonly form?: string;
  readonly restore?: string;
  readonly instances?: Readonly<Record<string, string>>;
  readonly session?: SessionJson;
  readonly vars?: Readonly<Record<string, string | number | boolean>>;
  readonly now: string;
  readonly tz: string;
  readonly expect: XPathExpectation;
  readonly quirk?: string;
}

interface XPathExpectation {
  readonly type?: string;
  readonly value?: unknown;
  readonly string?: string;
  readonly nodeset?: readonly string[];
  readonly values?: readonly string[];
  readonly error?: 'parse' | 'eval' | 'unpack';
  readonly message?: string;
  readonly pattern?: string;
  readonly random?: boolean;
  readonly min?: number;
  readonly max?: number;
}

/** What evaluating came to: a value, nodes, or a clean error with its phase. */
interface Outcome {
  readonly value: XPathScalar | undefined;
  readonly nodes: readonly XPathNode[] | undefined;
  readonly error:
    { readonly phase: 'parse' | 'eval' | 'unpack'; readonly message: string } | undefined;
}

/** One expression. Anything thrown that is no error of XPath is thrown on. */
export function runXPath(line: XPathLine, resources: Resources): string | undefined {
  const world = xpathWorld(line, resources);
  const outcome = evaluate(line, world);
  if (line.quirk !== undefined) return quirkDifference(line.quirk, outcome, world);
  const { expect } = line;
  if (expect.error !== undefined) return errorDifference(expect, outcome, world);
  if (outcome.error !== undefined && !isFreeUnpack(expect, outcome)) {
    return differs(
      'result',
      expectedValue(expect),
      `an error (${outcome.error.phase}): ${outcome.error.message}`,
    );
  }
  return valueDifference(line, outcome, world);
}

function evaluate({ expr }: XPathLine, world: XPathWorld): Outcome {
  let nodes: readonly XPathNode[] | undefined;
  try {
    const value = compileXPath(expr, world.dialect).evaluate(world.node, world.scope);
    if (isNodes(value)) nodes = value;
    return { value: toScalar(value, world.conversion), nodes, error: undefined };
  } catch (error) {
    return { value: undefined, nodes, error: cleanError(error) };
  }
}

function cleanError(error: unknown): Outcome['error'] {
  if (error instanceof XPathParseError) return { phase: 'parse', message: error.message };
  if (error instanceof XPathEvaluationError) return { phase: error.phase, message: error.message };
  throw error;
}

/** The reference engine broke down here: any clean error of ours is right. */
function quirkDifference(quirk: string, { error, nodes, value }: Outcome, world: XPathWorld) {
  return error === undefined
    ? differs('result', quirk, describe({ nodes, value }, world))
    : undefined;
}

function errorDifference(
  expect: XPathExpectation,
  outcome: Outcome,
  world: XPathWorld,
): string | undefined {
  const { error, nodes } = outcome;
  // Whether several nodes may become one value is the lenient dialect's choice; the nodes have to be right.
  const free = world.dialect === 'odk' && expect.error === 'unpack' && nodes !== undefined;
  if (!free && error?.phase !== expect.error) {
    const got = error === undefined ? describe(outcome, world) : `${error.phase}: ${error.message}`;
    return differs('error', `${expect.error}: ${expect.message ?? ''}`, got);
  }
  return expect.values === undefined || nodes === undefined
    ? undefined
    : firstDifference(expect.values, texts(nodes, world), 'values');
}

/** A list that a function makes has no single value in the reference engine either. */
function isFreeUnpack({ type }: XPathExpectation, { nodes }: Outcome): boolean {
  return type === LIST && nodes !== undefined;
}

const LIST = 'Object[]';

function valueDifference(
  { expr, expect }: XPathLine,
  outcome: Outcome,
  world: XPathWorld,
): string | undefined {
  const { nodes } = outcome;
  if (expect.type === LIST) {
    return firstDifference(
      expect.value,
      nodes === undefined ? outcome.value : texts(nodes, world),
      'list',
    );
  }
  const value = outcome.value as XPathScalar;
  return (
    nodesDifference(expect, nodes, world) ??
    firstDifference(expect.type, typeName(value), 'type') ??
    scalarDifference(expect, value, toleranceOf(expr, world)) ??
    textDifference(expect, value, world)
  );
}

function nodesDifference(
  { nodeset, values }: XPathExpectation,
  nodes: readonly XPathNode[] | undefined,
  world: XPathWorld,
): string | undefined {
  if (nodeset === undefined) return undefined;
  if (nodes === undefined) return differs('nodeset', nodeset, 'no nodes');
  return (
    firstDifference(
      nodeset,
      nodes.map((node) => refOf(node, world)),
      'nodeset',
    ) ?? (values === undefined ? undefined : firstDifference(values, texts(nodes, world), 'values'))
  );
}

function scalarDifference(
  expect: XPathExpectation,
  value: XPathScalar,
  tolerance: number | undefined,
): string | undefined {
  if (expect.pattern !== undefined) {
    return new RegExp(expect.pattern).test(String(value))
      ? undefined
      : differs('value', expect.pattern, value);
  }
  if (expect.random === true) {
    const { min = -Infinity, max = Infinity } = expect;
    return typeof value !== 'number' || (value >= min && value <= max)
      ? undefined
      : differs('value', `between ${min} and ${max}`, value);
  }
  if (typeof value === 'number') {
    const wanted = readNumber(expect.value);
    return sameNumber(wanted, value, tolerance) ? undefined : differs('value', expect.value, value);
  }
  if (value instanceof XPathDate) return dateDifference(expect, value);
  const actual = typeof value === 'string' ? wellFormed(value) : value;
  return actual === expect.value ? undefined : differs('value', expect.value, value);
}

/** Half a character cannot be written to a file: the data have `?` in its place. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '?');
}

function dateDifference(
  { value: expected }: XPathExpectation,
  { time }: XPathDate,
): string | undefined {
  const text = String(expected).replace(/([+-]\d\d)$/, '$1:00');
  const wanted = Date.parse(text);
  // Years that ISO 8601 does not write are compared by their text alone.
  if (Number.isNaN(wanted) || wanted === time) return undefined;
  return differs('value', expected, new Date(time).toISOString());
}

/** The engine's own text of the value; for ODK's engine that is information. */
function textDifference(
  { string }: XPathExpectation,
  value: XPathScalar,
  { dialect, conversion }: XPathWorld,
): string | undefined {
  if (string === undefined || dialect === 'odk') return undefined;
  return firstDifference(string, wellFormed(toText(value, conversion)), 'string');
}

/** Areas and distances are compared less narrowly: the data say so for ODK's engine. */
function toleranceOf(expr: string, { dialect }: XPathWorld): number | undefined {
  return dialect === 'odk' && /\b(?:area|distance)\(/.test(expr) ? 1e-9 : undefined;
}

function typeName(value: XPathScalar): string {
  return value instanceof XPathDate ? 'date' : typeof value;
}

function texts(nodes: readonly XPathNode[], { conversion }: XPathWorld): string[] {
  return nodes.map((node) => wellFormed(toText(node.value, conversion)));
}

/** A reference as the data write it; a node outside the main instance begins with `instance(id)`. */
function refOf(node: XPathNode, { instanceIdOf }: XPathWorld): string {
  const id = instanceIdOf(documentOf(node));
  return `${id === undefined ? '' : `instance(${id})`}${nodePath(node)}`;
}

function describe({ nodes, value }: Pick<Outcome, 'nodes' | 'value'>, world: XPathWorld): unknown {
  if (nodes !== undefined) return nodes.map((node) => refOf(node, world));
  return value instanceof XPathDate ? toText(value, world.conversion) : value;
}

function expectedValue({ type, value }: XPathExpectation): string {
  return `the ${type} ${JSON.stringify(value)}`;
}
