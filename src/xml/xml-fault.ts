import type { XmlElement } from './xml-element.ts';

/** What is wrong at one place of a text that is no XML, without a full stop, and a sentence on how to mend it. */
export interface XmlFault {
  readonly reason: string;
  readonly remedy: string;
}

/**
 * A fault in the words of this house, out of a message of saxes. `read` is what was read last, with the character at fault
 * or the entity at its end; `element` is open still, or has just been ended by a tag of another name.
 */
export function xmlFault(message: string, read: string, element?: XmlElement): XmlFault {
  const described = FAULTS.find(([beginning]) => message.startsWith(beginning))?.[1];
  if (described === undefined)
    return { reason: message.replace(/\.$/, ''), remedy: 'Mend the XML there.' };
  return typeof described === 'function' ? described(read, element, message) : described;
}

type Describe = (read: string, element: XmlElement | undefined, message: string) => XmlFault;

const RAW_LESS_THAN: XmlFault = {
  reason: 'a "<" stands where no tag can begin',
  remedy: 'Write &lt; for the character itself.',
};

const RAW_AMPERSAND: XmlFault = {
  reason: 'a "&" begins no entity',
  remedy: 'Write &amp; for the character itself.',
};

const NO_ATTRIBUTE: XmlFault = {
  reason: 'what stands in the tag is no attribute with a value in quotes',
  remedy: 'Write name="value", with a space before each.',
};

const LATE_DECLARATION: XmlFault = {
  reason: 'an XML declaration stands in the middle',
  remedy: 'Move <?xml …?> to the very beginning, also before blank lines.',
};

const FAULTS: readonly (readonly [string, XmlFault | Describe])[] = [
  ['disallowed character in tag name', RAW_LESS_THAN],
  ['disallowed character.', badCharacter],
  ['undefined entity', unknownEntity],
  ['malformed character entity', unknownEntity],
  ['empty entity name', RAW_AMPERSAND],
  ['disallowed character in entity name', RAW_AMPERSAND],
  ['unclosed tag', notClosed],
  ['unexpected close tag', wrongEnd],
  ['unmatched closing tag', wrongEnd],
  ['unbound namespace prefix', unboundPrefix],
  ['duplicate attribute', duplicateAttribute],
  ['attribute without value', NO_ATTRIBUTE],
  ['unquoted attribute value', NO_ATTRIBUTE],
  ['disallowed character in attribute name', NO_ATTRIBUTE],
  ['no whitespace between attributes', NO_ATTRIBUTE],
  ['an XML declaration must be at the start', LATE_DECLARATION],
  ['the XML declaration must appear at the start', LATE_DECLARATION],
  [
    'unexpected end',
    { reason: 'the text ends in the middle', remedy: 'Get the whole file: it is cut off.' },
  ],
  [
    'text data outside of root node',
    {
      reason: 'there is text outside of the root element',
      remedy: 'Take it out; if the whole file is text, it is no XML.',
    },
  ],
  [
    'documents may contain only one root',
    {
      reason: 'a second root element begins',
      remedy: 'Put one element around all, or make two files.',
    },
  ],
  [
    'document must contain a root element',
    { reason: 'the document has no element', remedy: 'Check that this is the right file.' },
  ],
  ['malformed comment', { reason: 'a comment holds "--"', remedy: 'Write it with spaces: - -.' }],
  [
    'the string "]]>"',
    { reason: 'a "]]>" stands in the text', remedy: 'Write ]]&gt; for these characters.' },
  ],
];

function badCharacter(read: string): XmlFault {
  const character = read.at(-1) ?? '';
  if (character === '<') return RAW_LESS_THAN;
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return {
    reason: `XML cannot hold the character U+${code}`,
    remedy:
      character === '\0'
        ? 'Take it out; if the file is UTF-16, save it as UTF-8.'
        : 'Take it out; it is invisible in most editors.',
  };
}

function unknownEntity(entity: string): XmlFault {
  return {
    reason: `${entity} is no entity that XML knows`,
    remedy:
      'Write the character itself, or its number as in &#160;; only &amp; &lt; &gt; &quot; and &apos; have names.',
  };
}

function notClosed(_: string, element: XmlElement | undefined): XmlFault {
  const tag = tagOf(element);
  return {
    reason: `<${tag}> of line ${element?.line ?? 0} is not closed`,
    remedy: `Add </${tag}>, or get the whole file: it may be cut off.`,
  };
}

function wrongEnd(read: string, element: XmlElement | undefined): XmlFault {
  const found = read.slice(read.lastIndexOf('</'));
  if (element === undefined) return { reason: `${found} closes nothing`, remedy: 'Take it out.' };
  return {
    reason: `${found} stands where <${tagOf(element)}> of line ${element.line} is still open`,
    remedy: `Write </${tagOf(element)}> first.`,
  };
}

function tagOf(element: XmlElement | undefined): string {
  const { prefix = '', name = '' } = element ?? {};
  return prefix === '' ? name : `${prefix}:${name}`;
}

function unboundPrefix(_: string, _element: XmlElement | undefined, message: string): XmlFault {
  const prefix = message.split('"')[1] ?? '';
  return {
    reason: `the prefix "${prefix}" stands for no namespace`,
    remedy: `Add xmlns:${prefix}="…" to the root element.`,
  };
}

function duplicateAttribute(
  _: string,
  _element: XmlElement | undefined,
  message: string,
): XmlFault {
  const name = message.slice(message.indexOf(': ') + 2).replace(/\.$/, '');
  return { reason: `the attribute ${name} is there twice`, remedy: 'Take one of them out.' };
}
