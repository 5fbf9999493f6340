import { attributeOf, childElements, childNamed, textOf } from '../xml/xml-element.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import type { Registration } from './restore.ts';

/** The user whom a restore is for, or what is wrong with the block. */
export function readRegistration(element: XmlElement): Registration | string {
  const username = childText(element, 'username');
  const userId = childText(element, 'uuid');
  if (userId === '') return `The registration of user '${username}' has no <uuid>`;
  return { username, userId, date: childText(element, 'date'), userData: readUserData(element) };
}

function readUserData(element: XmlElement): Record<string, string> {
  const data = childNamed(element, 'user_data');
  const entries = data === undefined ? [] : childElements(data);
  return {
    // What a user is when the server does not say: apps ask for it.
    user_type: 'standard',
    ...Object.fromEntries(
      entries.map((entry) => [attributeOf(entry, 'key') ?? '', textOf(entry).trim()]),
    ),
  };
}

function childText(element: XmlElement, name: string): string {
  const child = childNamed(element, name);
  return child === undefined ? '' : textOf(child).trim();
}
