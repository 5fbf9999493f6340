import { XPathParseError } from '../xpath/xpath-error.ts';
import type { XPathNode, XPathScalar } from '../xpath/xpath-node.ts';
import type { AppDefinition } from './app-definition.ts';
import type { Evaluator } from './evaluator.ts';
import { expressionOf } from './expressions.ts';
import type { SuiteText, TextVariable, XPathText } from './suite-text.ts';

/**
 * Reads one text of very many rows. Where a single value of the row decides what the text is, as in most columns, it is evaluated
 * once for each value, and a value that is shown as it is not at all.
 */
export class RowText {
  readonly #text: SuiteText | undefined;
  /** The child or attribute that decides. */
  readonly #key: string | undefined;
  /** Whether the value is shown as it is. */
  readonly #isPlain: boolean;
  readonly #known = new Map<XPathScalar, string>();

  /** `hasVariables`: the rows have variables of their own, which the text may use. */
  constructor(text: SuiteText | undefined, app: AppDefinition, hasVariables: boolean) {
    this.#text = text;
    const isAlone = text?.kind === 'xpath' && !hasVariables;
    this.#key = isAlone ? keyOf(text, app) : undefined;
    this.#isPlain =
      isAlone && this.#key !== undefined && expressionOf(app, text.source).key === this.#key;
  }

  /** The text of a row, or a sentence about what is wrong with it. `place` gives an evaluator that stands on the row. */
  of(node: XPathNode, place: () => Evaluator): string {
    const value = this.#key === undefined ? undefined : node.scalarNamed?.(this.#key);
    // What is blank may also be absent, and an expression can tell the one from the other.
    if (typeof value !== 'string' || value === '') return place().readable(this.#text);
    if (this.#isPlain) return value;
    const known = this.#known.get(value) ?? place().readable(this.#text);
    if (this.#known.size < MOST_KNOWN) this.#known.set(value, known);
    return known;
  }
}

/** In a column of very many different values hardly any comes again. */
const MOST_KNOWN = 20_000;

function keyOf({ source, variables }: XPathText, app: AppDefinition): string | undefined {
  if (!variables.every(isFixed)) return undefined;
  try {
    return expressionOf(app, source).soleKey;
  } catch (error) {
    // Each row tells of it.
    if (error instanceof XPathParseError) return undefined;
    throw error;
  }
}

function isFixed({ text }: TextVariable): boolean {
  if (text.kind === 'locale') return typeof text.key === 'string' && text.arguments.length === 0;
  return text.kind === 'plain';
}
