import { isNodes, toText } from '../conversions.ts';
import { axisNodes } from '../axes.ts';
import type { Evaluator } from '../evaluator.ts';
import { documentOf, type Frame } from '../frame.ts';
import type { XPathNode } from '../xpath-node.ts';
import { booleanFunction, nodesFunction, type FunctionDefinition } from './function-definition.ts';

/** What XPath 1.0 reads from the markup of a document: its identifiers (section 4.1) and languages (4.3). */
export const markupFunctions: readonly FunctionDefinition[] = [
  nodesFunction('id', 1, (ids) => (frame) => elementsOf(idsOf(ids!, frame), frame.node)),
  booleanFunction(
    'lang',
    1,
    (language) => (frame) => isIn(languageOf(frame.node), language!.text(frame).toLowerCase()),
    { contextArity: 1 },
  ),
];

function idsOf(argument: Evaluator, frame: Frame): ReadonlySet<string> {
  const value = argument.value(frame);
  const texts = isNodes(value) ? value.map((node) => node.text) : [toText(value, frame)];
  return new Set(texts.flatMap((text) => text.split(/[ \t\r\n]+/)).filter((id) => id !== ''));
}

/** The first element of each id, in document order. Without a DTD every attribute `id` is taken for an identifier. */
function elementsOf(ids: ReadonlySet<string>, node: XPathNode): readonly XPathNode[] {
  const missing = new Set(ids);
  return axisNodes(documentOf(node), 'descendant').filter((element) =>
    missing.delete(element.attribute('id')?.text ?? ''),
  );
}

const XML = 'http://www.w3.org/XML/1998/namespace';

/** The `xml:lang` of the node or of its nearest ancestor that has one; `''` when there is none. */
function languageOf(node: XPathNode): string {
  const own = node.attributes.find(({ name, namespace }) => name === 'lang' && namespace === XML);
  if (own !== undefined) return own.text.toLowerCase();
  return node.parent === undefined ? '' : languageOf(node.parent);
}

function isIn(language: string, wanted: string): boolean {
  return language !== '' && (language === wanted || language.startsWith(`${wanted}-`));
}
