import type { XmlElement } from '../xml/xml-element.ts';
import { attributeOf, childrenNamed } from '../xml/xml-element.ts';
import type { Menu } from './menu.ts';
import { ROOT_MENU } from './menu.ts';
import { parseAssertions, parseInstances } from './parse-assertions.ts';
import { parseDisplay } from './parse-suite-text.ts';
import { requiredAttribute } from './suite-parse-error.ts';

/** Reads a `<menu>`. Throws a `SuiteParseError`. */
export function parseMenu(element: XmlElement): Menu {
  return {
    id: requiredAttribute(element, 'id'),
    root: attributeOf(element, 'root') ?? ROOT_MENU,
    display: parseDisplay(element),
    style: attributeOf(element, 'style'),
    relevant: attributeOf(element, 'relevant'),
    commands: childrenNamed(element, 'command').map((command) => ({
      id: requiredAttribute(command, 'id'),
      relevant: attributeOf(command, 'relevant'),
    })),
    instances: parseInstances(element),
    assertions: parseAssertions(element),
  };
}
