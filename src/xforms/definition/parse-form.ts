import { parseXml } from '../../xml/parse-xml.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import {
  attributeOf,
  childElements,
  childNamed,
  childrenNamed,
  textOf,
} from '../../xml/xml-element.ts';
import type { XmlParseError } from '../../xml/xml-parse-error.ts';
import type { Dialect } from '../../xpath/compiled-expression.ts';
import { buildDependencyGraph } from '../recalculation/build-dependency-graph.ts';
import { dialectOf } from './dialect-of.ts';
import { ENTITIES } from './entity-definition.ts';
import type { FormDefinition } from './form-definition.ts';
import type { FormProblem } from './form-parse-error.ts';
import { FormParseError } from './form-parse-error.ts';
import { FormReader } from './form-reader.ts';
import type { NodeDefinition } from './node-definition.ts';
import { parseActions } from './parse-actions.ts';
import { parseBinds } from './parse-binds.ts';
import { NO_ITEXT } from './itext-definition.ts';
import { parseControls } from './parse-controls.ts';
import { defineNodes } from './parse-instance.ts';
import { parseEntities } from './parse-entities.ts';
import { parseItext } from './parse-itext.ts';
import { parseSecondaryInstances } from './parse-secondary-instances.ts';
import { parseSubmission } from './parse-submission.ts';

export interface ParseFormOptions {
  /** Whose XPath rules the form follows; read off the form when it is not given. */
  readonly dialect?: Dialect;
}

/**
 * Parses an XForm (an XHTML page with a model in its head). `file` names it in messages.
 * Throws `XmlParseError` when it is not well-formed and {@link FormParseError} with all faults otherwise; a raw `<` in an
 * attribute and characters that XML cannot hold are only warned of, since real forms contain them.
 */
export function parseForm(
  text: string,
  file: string,
  options: ParseFormOptions = {},
): FormDefinition {
  const oddities: FormProblem[] = [];
  const html = parseXml(text, file, { onProblem: (problem) => oddities.push(asWarning(problem)) });
  const definition = defineForm(html, file, options);
  return { ...definition, warnings: [...oddities, ...definition.warnings] };
}

function asWarning({ reason, remedy, line, column }: XmlParseError): FormProblem {
  return { message: `column ${column}: ${reason}. ${remedy}`, ref: undefined, line };
}

/** The same for a document that is parsed already. */
export function defineForm(
  html: XmlElement,
  file: string,
  options: ParseFormOptions = {},
): FormDefinition {
  const { head, model, body, instance } = findParts(html, file);
  const ids = childrenNamed(model, 'instance').map((element) => attributeOf(element, 'id') ?? '');
  const reader = new FormReader(options.dialect ?? dialectOf(model, instance), ids.slice(1));
  const document = defineNodes(instance);
  const root = document.children[0] as FormDefinition['document'];
  const binds = parseBinds(childrenNamed(model, 'bind'), document, reader);
  const translated = childNamed(model, 'itext');
  const itext = translated === undefined ? NO_ITEXT : parseItext(translated, reader);
  const modelActions = parseActions(model, undefined, root, binds, reader);
  const { controls, actions } = parseControls(body, root, binds, reader);
  const secondaryInstances = parseSecondaryInstances(model, reader);
  const submission = parseSubmission(model, reader);
  const entities = mentionsEntities(model, root) ? parseEntities(model, root, reader) : [];
  const graph = buildDependencyGraph({ document, controls, itext }, reader);
  if (reader.problems.length > 0) throw new FormParseError(file, reader.problems);
  return {
    file,
    title: titleOf(head),
    xmlns: root.namespace,
    id: attributeOf(instance, 'id') ?? '',
    version: attributeOf(instance, 'version') ?? '',
    dialect: reader.dialect,
    document,
    instance,
    secondaryInstances,
    controls,
    actions: [...modelActions, ...actions],
    itext,
    submission,
    entities,
    graph,
    warnings: reader.warnings,
  };
}

function mentionsEntities(model: XmlElement, root: NodeDefinition): boolean {
  if (attributeOf(model, 'entities-version', ENTITIES) !== undefined) return true;
  return root.child('meta')?.child('entity') !== undefined;
}

function findParts(html: XmlElement, file: string) {
  const head = childNamed(html, 'head');
  const model = head && childNamed(head, 'model');
  const body = childNamed(html, 'body');
  if (head === undefined || model === undefined || body === undefined) {
    throw fault(file, html, 'this is no XForm: a head with a model and a body are expected');
  }
  const first = childNamed(model, 'instance');
  const instance = first && childElements(first)[0];
  if (instance === undefined) throw fault(file, model, 'the model has no main instance');
  return { head, model, body, instance };
}

function fault(file: string, element: XmlElement, message: string): FormParseError {
  return new FormParseError(file, [{ message, ref: undefined, line: element.line }]);
}

function titleOf(head: XmlElement): string {
  const title = childNamed(head, 'title');
  return title === undefined ? '' : textOf(title).trim();
}
