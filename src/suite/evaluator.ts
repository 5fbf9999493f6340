import type { XPathEnvironment, XPathFunction, XPathScope } from '../xpath/xpath-scope.ts';
import type { XPathNode, XPathValue } from '../xpath/xpath-node.ts';
import type { AppDefinition } from './app-definition.ts';
import { faultText, MissingTextError } from './app-fault.ts';
import { fillArguments } from './app-strings.ts';
import { expressionOf } from './expressions.ts';
import { NO_INSTANCE } from './no-instance-node.ts';
import type { LocaleText, SuiteText, XPathText } from './suite-text.ts';
import { SUITE_FUNCTIONS } from './suite-functions.ts';

/** A variable that no app has. */
const SOUGHT = 'caseload-sought';

/** What an evaluator asks of its surroundings. */
export interface EvaluatorHost {
  readonly app: AppDefinition;
  readonly environment: XPathEnvironment;
  readonly language: string;
  /** The document of `instance('id')` at this place of the app. */
  instance(id: string): XPathNode | undefined;
}

/**
 * Evaluates the expressions and texts of one place in an app: a menu, a list, one row of it. Methods throw
 * `XPathParseError` and `XPathEvaluationError`, except {@link Evaluator.readable}.
 */
export class Evaluator implements XPathScope {
  readonly #host: EvaluatorHost;
  readonly #node: XPathNode;
  readonly #variables: ReadonlyMap<string, XPathValue>;

  constructor(
    host: EvaluatorHost,
    node: XPathNode = NO_INSTANCE,
    variables: ReadonlyMap<string, XPathValue> = new Map(),
  ) {
    this.#host = host;
    this.#node = node;
    this.#variables = variables;
  }

  get environment(): XPathEnvironment {
    return this.#host.environment;
  }

  instance(id: string): XPathNode | undefined {
    return this.#host.instance(id);
  }

  variable(name: string): XPathValue | undefined {
    return this.#variables.get(name);
  }

  function(name: string): XPathFunction | undefined {
    return SUITE_FUNCTIONS.get(name);
  }

  /** The same place, standing on `node`. */
  at(node: XPathNode): Evaluator {
    return new Evaluator(this.#host, node, this.#variables);
  }

  /** The same place with more variables. */
  with(variables: Iterable<readonly [string, XPathValue]>): Evaluator {
    return new Evaluator(this.#host, this.#node, new Map([...this.#variables, ...variables]));
  }

  /** The same place with one more instance. */
  withInstance(id: string, document: XPathNode): Evaluator {
    const host = this.#host;
    const instance = (asked: string) => (asked === id ? document : host.instance(asked));
    const { app, language, environment } = host;
    const more = { app, language, environment, instance };
    return new Evaluator(more, this.#node, this.#variables);
  }

  string(source: string): string {
    return expressionOf(this.#host.app, source).evaluateString(this.#node, this);
  }

  boolean(source: string): boolean {
    return expressionOf(this.#host.app, source).evaluateBoolean(this.#node, this);
  }

  value(source: string): XPathValue {
    return expressionOf(this.#host.app, source).evaluate(this.#node, this);
  }

  nodes(source: string): readonly XPathNode[] {
    return expressionOf(this.#host.app, source).evaluateNodes(this.#node, this);
  }

  /** The first node of a nodeset on which an expression gives this text: from an index, where one can tell. */
  nodeWith(nodeset: string, source: string, text: string): XPathNode | undefined {
    const { app } = this.#host;
    const { key } = expressionOf(app, source);
    if (key === undefined || text === '' || !expressionOf(app, nodeset).takesPredicate) {
      return this.nodes(nodeset).find((node) => this.at(node).string(source) === text);
    }
    return this.with([[SOUGHT, text]]).nodes(`${nodeset}[${key} = $${SOUGHT}]`)[0];
  }

  /** A text in the language of the session, or in the app's default where it is not translated. */
  text(text: SuiteText): string {
    switch (text.kind) {
      case 'plain':
        return text.text;
      case 'locale':
        return this.#locale(text);
      case 'xpath':
        return this.#expression(text);
      case 'mixture':
        return text.parts.map((part) => this.text(part)).join('');
    }
  }

  /** The text, or a sentence about what is wrong with it: one bad cell must not take the list away. */
  readable(text: SuiteText | undefined): string {
    if (text === undefined) return '';
    try {
      return this.text(text);
    } catch (error) {
      return faultText(error);
    }
  }

  /** The line of the app's strings in the language of the session, or in the first other that has it. */
  translation(key: string): string | undefined {
    const { strings, languages } = this.#host.app;
    for (const language of [this.#host.language, 'default', ...languages]) {
      const translation = strings.get(language)?.get(key);
      if (translation !== undefined) return translation;
    }
    return undefined;
  }

  #locale(text: LocaleText): string {
    const key = typeof text.key === 'string' ? text.key : this.text(text.key);
    const found = this.translation(key);
    if (found === undefined) {
      throw new MissingTextError(key, this.#host.language);
    }
    if (!found.includes('${')) return found;
    return fillArguments(
      found,
      text.arguments.map((argument) => this.text(argument)),
    );
  }

  #expression(text: XPathText): string {
    const variables = text.variables.map(
      ({ name, text: value }) => [name, this.text(value)] as const,
    );
    return (variables.length === 0 ? this : this.with(variables)).string(text.source);
  }
}
