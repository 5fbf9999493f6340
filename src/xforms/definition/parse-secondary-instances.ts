import type { XmlElement } from '../../xml/xml-element.ts';
import { attributeOf, childElements, childrenNamed } from '../../xml/xml-element.ts';
import { staticDocument } from '../../xpath/static-node.ts';
import type { SecondaryInstanceDefinition } from './form-definition.ts';
import type { FormReader } from './form-reader.ts';

/** Reads all instances of the model but the first, which is the main one. */
export function parseSecondaryInstances(
  model: XmlElement,
  reader: FormReader,
): ReadonlyMap<string, SecondaryInstanceDefinition> {
  const instances = new Map<string, SecondaryInstanceDefinition>();
  for (const element of childrenNamed(model, 'instance').slice(1)) {
    const id = attributeOf(element, 'id') ?? '';
    if (id === '') reader.problem('an instance beside the main one needs an id', element);
    if (instances.has(id)) noteTwice(id, element, reader);
    instances.set(id, parseSecondaryInstance(id, element, reader));
  }
  return instances;
}

/** CommCare's own engine takes the last; ODK asks that ids be unique. */
function noteTwice(id: string, element: XmlElement, reader: FormReader): void {
  const message = `two instances have the id "${id}"`;
  if (reader.dialect === 'odk') reader.problem(message, element);
  else reader.warn(message, element);
}

function parseSecondaryInstance(
  id: string,
  element: XmlElement,
  reader: FormReader,
): SecondaryInstanceDefinition {
  const [root, ...others] = childElements(element);
  if (others.length > 0) reader.problem(`the instance "${id}" has more than one element`, element);
  const internal = root === undefined ? undefined : staticDocument(root);
  return { id, src: attributeOf(element, 'src'), internal, line: element.line };
}
