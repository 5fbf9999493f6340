import type { XmlElement } from '../xml/xml-element.ts';
import { childNamed, childrenNamed } from '../xml/xml-element.ts';
import type { Assertion } from './assertion.ts';
import type { InstanceDeclaration } from './instance-declaration.ts';
import { parseTextIn } from './parse-suite-text.ts';
import { requiredAttribute } from './suite-parse-error.ts';
import { EMPTY_TEXT } from './suite-text.ts';

/** The `<assertions>` of an entry or menu, in order. */
export function parseAssertions(parent: XmlElement): Assertion[] {
  const assertions = childNamed(parent, 'assertions');
  if (assertions === undefined) return [];
  return childrenNamed(assertions, 'assert').map(parseAssertion);
}

function parseAssertion(element: XmlElement): Assertion {
  const text = parseTextIn(element) ?? EMPTY_TEXT;
  const key = text.kind === 'locale' && typeof text.key === 'string' ? text.key : undefined;
  return { test: requiredAttribute(element, 'test'), text, key };
}

/** The `<instance>` declarations directly inside an entry or menu. */
export function parseInstances(parent: XmlElement): InstanceDeclaration[] {
  return childrenNamed(parent, 'instance').map((instance) => ({
    id: requiredAttribute(instance, 'id'),
    src: requiredAttribute(instance, 'src'),
  }));
}
