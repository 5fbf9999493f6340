import type { XmlElement } from '../xml/xml-element.ts';
import { attributeOf, childNamed, textOf } from '../xml/xml-element.ts';
import type { Entry, PostRequest } from './entry.ts';
import { parseAssertions, parseInstances } from './parse-assertions.ts';
import { parseDatums, parseQueryData } from './parse-datum.ts';
import { parseStack } from './parse-stack.ts';
import { parseDisplay } from './parse-suite-text.ts';
import { requiredAttribute, SuiteParseError } from './suite-parse-error.ts';

/** Reads an `<entry>`, `<view>` or `<remote-request>`. Throws {@link SuiteParseError}. */
export function parseEntry(element: XmlElement): Entry {
  const command = childNamed(element, 'command');
  if (command === undefined) {
    throw new SuiteParseError(
      `<${element.name}> has no <command>`,
      element.line,
      'Give it a <command> with an id, so that a menu can lead to it.',
    );
  }
  const display = parseDisplay(command);
  return {
    ...parseTarget(element),
    commandId: requiredAttribute(command, 'id'),
    text: display.text,
    display,
    instances: parseInstances(element),
    datums: parseDatums(element),
    assertions: parseAssertions(element),
    stack: parseStack(element),
    post: parsePost(childNamed(element, 'post')),
  };
}

function parseTarget(element: XmlElement): Pick<Entry, 'kind' | 'xmlns'> {
  if (element.name === 'remote-request') return { kind: 'remoteRequest', xmlns: undefined };
  const form = childNamed(element, 'form');
  const xmlns = form === undefined ? '' : textOf(form).trim();
  if (xmlns !== '') return { kind: 'form', xmlns };
  // An entry that only leads somewhere else is no view: it stays in its menu when all that it asks for is known.
  const leadsOn = element.name === 'entry' && parseStack(element).length > 0;
  return { kind: leadsOn ? 'form' : 'view', xmlns: undefined };
}

function parsePost(element: XmlElement | undefined): PostRequest | undefined {
  if (element === undefined) return undefined;
  return {
    url: requiredAttribute(element, 'url'),
    relevant: attributeOf(element, 'relevant'),
    data: parseQueryData(element),
  };
}
