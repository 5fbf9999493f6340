import type { XmlElement } from '../../xml/xml-element.ts';
import { attributeOf } from '../../xml/xml-element.ts';
import { compileXPath } from '../../xpath/compile-xpath.ts';
import type { CompiledExpression, Dialect } from '../../xpath/compiled-expression.ts';
import { FUNCTION_TABLES } from '../../xpath/functions/function-tables.ts';
import { XPathParseError } from '../../xpath/xpath-error.ts';
import type { FormProblem } from './form-parse-error.ts';

/**
 * What the parts of the form parser share: the dialect, the faults found so far, and one compiled expression for
 * each distinct text, since `true()` and the like are written hundreds of times in a form.
 */
export class FormReader {
  readonly problems: FormProblem[] = [];
  readonly warnings: FormProblem[] = [];
  readonly #compiled = new Map<string, CompiledExpression>();

  constructor(
    readonly dialect: Dialect,
    /** The ids of the secondary instances, which expressions may name. */
    readonly instanceIds: readonly string[],
  ) {}

  problem(message: string, element: XmlElement, ref?: string): void {
    this.problems.push({ message, ref, line: element.line });
  }

  warn(message: string, element: XmlElement, ref?: string): void {
    this.warnings.push({ message, ref, line: element.line });
  }

  /** The expression in an attribute, or `undefined` when there is none or it is faulty (which is noted). */
  expression(element: XmlElement, attribute: string, ref?: string): CompiledExpression | undefined {
    const source = attributeOf(element, attribute);
    return source === undefined || source.trim() === ''
      ? undefined
      : this.compile(source, element, ref, attribute);
  }

  compile(
    source: string,
    element: XmlElement,
    ref: string | undefined,
    attribute: string,
  ): CompiledExpression | undefined {
    const known = this.#compiled.get(source);
    if (known !== undefined) return known;
    try {
      const compiled = compileXPath(source, this.dialect);
      this.#compiled.set(source, compiled);
      this.#checkNames(compiled, element, ref);
      return compiled;
    } catch (error) {
      if (!(error instanceof XPathParseError)) throw error;
      this.problem(`${attribute} is no valid XPath: ${error.message}`, element, ref);
      return undefined;
    }
  }

  /**
   * ODK's engines refuse a form that names a function or an instance which is not there. CommCare's fail when they come
   * to it, because apps may bring functions of their own.
   */
  #checkNames(compiled: CompiledExpression, element: XmlElement, ref?: string): void {
    const unknown: string[] = [];
    for (const name of compiled.functions) {
      if (FUNCTION_TABLES[this.dialect].has(name) || HOST_FUNCTIONS.has(name)) continue;
      unknown.push(`the function "${name}" is not known`);
    }
    for (const id of instancesIn(compiled)) {
      if (!this.instanceIds.includes(id))
        unknown.push(`the form has no instance with the id "${id}"`);
    }
    for (const message of unknown) {
      if (this.dialect === 'odk') this.problem(message, element, ref);
      else this.warn(message, element, ref);
    }
  }
}

/** The ids in `instance('id')`, wherever they stand. */
function instancesIn(compiled: CompiledExpression): ReadonlySet<string> {
  if (!compiled.source.includes('instance')) return NONE;
  return new Set(compiled.references([]).flatMap(({ instance }) => instance ?? []));
}

const NONE: ReadonlySet<string> = new Set();

/** What the form instance adds to the functions of XPath: see form-scope.ts. */
const HOST_FUNCTIONS = new Set(['jr:itext', 'itext', 'jr:choice-name', 'choice-name', 'pulldata']);
