import type { XmlElement } from '../xml/xml-element.ts';
import { attributeOf, childElements, childNamed, childrenNamed } from '../xml/xml-element.ts';
import { parseDisplay, parseDisplayBlock, parseTextIn } from './parse-suite-text.ts';
import type { QueryData, QueryDatum, QueryItemset, QueryPrompt } from './query-datum.ts';
import type { SessionDatum } from './session-datum.ts';
import { requiredAttribute, SuiteParseError } from './suite-parse-error.ts';
import type { SuiteText } from './suite-text.ts';
import { EMPTY_TEXT, textDisplay } from './suite-text.ts';

/** How many rows may be chosen at once where the suite does not say. */
const DEFAULT_MAX_SELECT = 100;

/** What an entry's `<session>` asks for, in order. */
export function parseDatums(entry: XmlElement): SessionDatum[] {
  const session = childNamed(entry, 'session');
  return session === undefined ? [] : childElements(session).map(parseDatum);
}

function parseDatum(element: XmlElement): SessionDatum {
  switch (element.name) {
    case 'query':
      return parseQuery(element);
    case 'form':
      return {
        kind: 'computed',
        id: '',
        function: requiredAttribute(element, 'function'),
        isForm: true,
      };
    case 'datum':
      return attributeOf(element, 'nodeset') === undefined
        ? parseComputed(element)
        : parseEntity(element, undefined);
    case 'instance-datum':
      return parseEntity(element, DEFAULT_MAX_SELECT);
    default:
      throw new SuiteParseError(
        `<${element.name}> cannot stand in a session`,
        element.line,
        'Use datum, instance-datum, query or form here.',
      );
  }
}

function parseComputed(element: XmlElement): SessionDatum {
  const id = requiredAttribute(element, 'id');
  return { kind: 'computed', id, function: requiredAttribute(element, 'function'), isForm: false };
}

function parseEntity(element: XmlElement, defaultMax: number | undefined): SessionDatum {
  const max = Number(attributeOf(element, 'max-select-value'));
  return {
    kind: 'entity',
    id: requiredAttribute(element, 'id'),
    nodeset: requiredAttribute(element, 'nodeset'),
    value: attributeOf(element, 'value') ?? '.',
    detailSelect: attributeOf(element, 'detail-select'),
    detailConfirm: attributeOf(element, 'detail-confirm'),
    detailInline: attributeOf(element, 'detail-inline'),
    detailPersistent: attributeOf(element, 'detail-persistent'),
    autoselect: attributeOf(element, 'autoselect') === 'true',
    maxSelect: defaultMax !== undefined && max > 0 ? max : defaultMax,
  };
}

function parseQuery(element: XmlElement): QueryDatum {
  const groups = parseGroups(element);
  return {
    kind: 'query',
    id: requiredAttribute(element, 'storage-instance'),
    url: requiredAttribute(element, 'url'),
    caseTemplate: attributeOf(element, 'template') === 'case',
    defaultSearch: attributeOf(element, 'default_search') === 'true',
    dynamicSearch: attributeOf(element, 'dynamic_search') === 'true',
    searchOnClear: attributeOf(element, 'search_on_clear') === 'true',
    title: parseTextIn(childNamed(element, 'title')),
    description: parseTextIn(childNamed(element, 'description')),
    data: parseQueryData(element),
    prompts: childrenNamed(element, 'prompt').map((prompt) => parsePrompt(prompt, groups)),
  };
}

/** The `<data>` parameters of a query or post. */
export function parseQueryData(element: XmlElement): QueryData[] {
  return childrenNamed(element, 'data').map((data) => ({
    key: requiredAttribute(data, 'key'),
    ref: attributeOf(data, 'ref') ?? '.',
    nodeset: attributeOf(data, 'nodeset'),
    exclude: attributeOf(data, 'exclude'),
  }));
}

function parseGroups(element: XmlElement): ReadonlyMap<string, SuiteText> {
  const groups = childrenNamed(element, 'group').map(
    (group) => [attributeOf(group, 'key') ?? '', parseDisplay(group).text] as const,
  );
  return new Map(groups);
}

function parsePrompt(element: XmlElement, groups: ReadonlyMap<string, SuiteText>): QueryPrompt {
  const display = childNamed(element, 'display');
  const required = childNamed(element, 'required');
  return {
    key: requiredAttribute(element, 'key'),
    input: attributeOf(element, 'input') ?? '',
    display: display === undefined ? textDisplay(EMPTY_TEXT) : parseDisplayBlock(display),
    receive: attributeOf(element, 'receive'),
    defaultValue: attributeOf(element, 'default'),
    hidden: attributeOf(element, 'hidden') === 'true',
    allowsBlank: attributeOf(element, 'allow_blank_value') === 'true',
    exclude: attributeOf(element, 'exclude'),
    required: (required && attributeOf(required, 'test')) ?? attributeOf(element, 'required'),
    requiredText: parseTextIn(required),
    group: groups.get(attributeOf(element, 'group_key') ?? ''),
    validations: childrenNamed(element, 'validation').map((validation) => ({
      test: requiredAttribute(validation, 'test'),
      text: parseTextIn(validation),
    })),
    itemset: parseItemset(childNamed(element, 'itemset')),
  };
}

function parseItemset(element: XmlElement | undefined): QueryItemset | undefined {
  if (element === undefined) return undefined;
  const refOf = (name: string) => {
    const child = childNamed(element, name);
    return child && attributeOf(child, 'ref');
  };
  return {
    nodeset: requiredAttribute(element, 'nodeset'),
    label: refOf('label') ?? '.',
    value: refOf('value') ?? '.',
    sort: refOf('sort'),
  };
}
