import type { XmlElement } from '../../xml/xml-element.ts';
import { attributeOf } from '../../xml/xml-element.ts';
import { compileXPath } from '../../xpath/compile-xpath.ts';
import type { CompiledExpression } from '../../xpath/compiled-expression.ts';
import { XPathParseError } from '../../xpath/xpath-error.ts';
import type { DataType } from '../datatype/data-type.ts';
import { dataTypeNamed } from '../datatype/data-type.ts';
import type { BindDefinition } from './bind-definition.ts';
import type { FormReader } from './form-reader.ts';
import type { NodeDefinition } from './node-definition.ts';
import { JAVAROSA } from './parse-instance.ts';
import { parseTextReference } from './parse-text.ts';
import { resolveReference } from './resolve-reference.ts';
import type { TextDefinition } from './text-definition.ts';

/** Reads the binds of a model onto the node definitions; returns them by id, for controls with a `bind` attribute. */
export function parseBinds(
  binds: readonly XmlElement[],
  document: NodeDefinition,
  reader: FormReader,
): Map<string, NodeDefinition> {
  const byId = new Map<string, NodeDefinition>();
  const root = document.children[0] as NodeDefinition;
  for (const element of binds) {
    const node = boundNode(element, root, reader);
    if (node === undefined) continue;
    const bind = parseBind(element, node, reader);
    node.bind = node.bind === undefined ? bind : mergeBinds(node.bind, bind);
    node.type = node.bind.type ?? 'string';
    if (bind.id !== undefined) byId.set(bind.id, node);
  }
  return byId;
}

function boundNode(
  element: XmlElement,
  root: NodeDefinition,
  reader: FormReader,
): NodeDefinition | undefined {
  const nodeset = attributeOf(element, 'nodeset') ?? attributeOf(element, 'ref');
  if (nodeset === undefined) {
    reader.problem('a bind has no nodeset', element);
    return undefined;
  }
  const node = resolveReference(nodeset, root) ?? besideRoot(nodeset, root, reader);
  if (node === undefined) {
    reader.warn(`a bind names "${nodeset}", which the main instance does not have`, element);
  }
  return node;
}

const FIRST_STEP = /^\s*\/[^/]+/;

/** JavaRosa does not ask whether the first step of a bind is the root's name: forms that were renamed rely on it. */
function besideRoot(
  nodeset: string,
  root: NodeDefinition,
  { dialect }: FormReader,
): NodeDefinition | undefined {
  return dialect === 'odk'
    ? resolveReference(nodeset.replace(FIRST_STEP, root.ref), root)
    : undefined;
}

function parseBind(element: XmlElement, node: NodeDefinition, reader: FormReader): BindDefinition {
  const expression = (name: string) => reader.expression(element, name, node.ref);
  return {
    id: attributeOf(element, 'id'),
    type: bindType(element, node, reader),
    calculate: expression('calculate'),
    relevant: expression('relevant'),
    readonly: expression('readonly'),
    required: expression('required'),
    constraint: expression('constraint'),
    constraintMessage: bindMessage(element, 'constraintMsg', reader),
    requiredMessage: bindMessage(element, 'requiredMsg', reader),
    preload: attributeOf(element, 'preload', JAVAROSA),
    preloadParams: attributeOf(element, 'preloadParams', JAVAROSA),
    attributes: otherAttributes(element),
    line: element.line,
  };
}

const READ_ATTRIBUTES = new Set([
  'id',
  'nodeset',
  'ref',
  'type',
  'calculate',
  'relevant',
  'readonly',
  'required',
  'constraint',
  'constraintMsg',
  'requiredMsg',
  'preload',
  'preloadParams',
]);

const NO_ATTRIBUTES: BindDefinition['attributes'] = {};

function otherAttributes({ attributes }: XmlElement): BindDefinition['attributes'] {
  const others = attributes.filter(({ name }) => !READ_ATTRIBUTES.has(name));
  if (others.length === 0) return NO_ATTRIBUTES;
  return Object.fromEntries(others.map(({ name, value }) => [name, value]));
}

function bindType(
  element: XmlElement,
  node: NodeDefinition,
  reader: FormReader,
): DataType | undefined {
  const name = attributeOf(element, 'type');
  if (name === undefined) return undefined;
  const type = dataTypeNamed(name);
  if (type === undefined) {
    reader.warn(`the type "${name}" is not known; the value is kept as text`, element, node.ref);
  }
  return type;
}

function bindMessage(
  element: XmlElement,
  name: 'constraintMsg' | 'requiredMsg',
  reader: FormReader,
): TextDefinition | undefined {
  const text = attributeOf(element, name, JAVAROSA)?.trim();
  if (text === undefined) return undefined;
  if (text.startsWith('jr:itext(')) return parseTextReference(text, element, reader);
  const expression = name === 'constraintMsg' ? expressionIn(text, reader) : undefined;
  return expression === undefined
    ? { kind: 'inline', parts: [text] }
    : { kind: 'ref', expression, otherwise: text };
}

/** Both engines evaluate a constraint's message where it happens to be XPath, and show it as it is written where it is not. */
function expressionIn(text: string, { dialect }: FormReader): CompiledExpression | undefined {
  try {
    return compileXPath(text, dialect);
  } catch (error) {
    if (!(error instanceof XPathParseError)) throw error;
    return undefined;
  }
}

/** A second bind of the same node adds what the first does not say. */
function mergeBinds(first: BindDefinition, second: BindDefinition): BindDefinition {
  const merged: Record<string, unknown> = { ...second };
  for (const [key, value] of Object.entries(first)) {
    if (value !== undefined) merged[key] = value;
  }
  merged['attributes'] = { ...second.attributes, ...first.attributes };
  return merged as unknown as BindDefinition;
}
