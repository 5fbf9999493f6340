import type { XmlElement } from '../xml/xml-element.ts';
import { attributeOf, childElements, childNamed, childrenNamed } from '../xml/xml-element.ts';
import type {
  CellEndpoint,
  Detail,
  DetailAction,
  DetailCell,
  DetailField,
  DetailGrid,
  DetailGroup,
  DetailSort,
} from './detail.ts';
import type { GraphDefinition } from './graph.ts';
import { parseGraph } from './parse-graph.ts';
import { parseStack } from './parse-stack.ts';
import { parseDisplay, parseTextIn } from './parse-suite-text.ts';
import { requiredAttribute } from './suite-parse-error.ts';
import { EMPTY_TEXT } from './suite-text.ts';

/** Reads a `<detail>` with its tabs. Throws a `SuiteParseError`. */
export function parseDetail(element: XmlElement): Detail {
  return {
    id: attributeOf(element, 'id') ?? '',
    title: parseTitle(childNamed(element, 'title')),
    nodeset: attributeOf(element, 'nodeset'),
    relevant: attributeOf(element, 'relevant'),
    fields: childrenNamed(element, 'field').map(parseField),
    tabs: childrenNamed(element, 'detail').map(parseDetail),
    variables: parseVariables(childNamed(element, 'variables')),
    actions: childrenNamed(element, 'action').map(parseAction),
    selectText: parseTextIn(childNamed(element, 'select_text')),
    emptyText: parseTextIn(childNamed(element, 'no_items_text')),
    group: parseGroup(childNamed(element, 'group')),
    focus: parseFocus(childNamed(element, 'focus')),
    tilesAcross: Math.max(1, Math.trunc(Number(attributeOf(element, 'fit-across')) || 1)),
    hasLookup: childNamed(element, 'lookup') !== undefined,
  };
}

function parseTitle(element: XmlElement | undefined) {
  return element === undefined ? EMPTY_TEXT : (parseTextIn(element) ?? parseDisplay(element).text);
}

function parseField(element: XmlElement): DetailField {
  return {
    header: parseCell(childNamed(element, 'header')),
    template: parseCell(childNamed(element, 'template')),
    sort: parseSort(childNamed(element, 'sort')),
    relevant: attributeOf(element, 'relevant'),
    grid: parseGrid(childNamed(element, 'style')),
    alternative: parseTextIn(childNamed(element, 'alt_text')),
    endpoint: parseEndpoint(childNamed(element, 'endpoint_action')),
  };
}

function parseEndpoint(element: XmlElement | undefined): CellEndpoint | undefined {
  if (element === undefined) return undefined;
  return {
    id: requiredAttribute(element, 'endpoint_id'),
    isBackground: attributeOf(element, 'background') === 'true',
  };
}

function parseCell(element: XmlElement | undefined): DetailCell {
  return {
    form: (element && attributeOf(element, 'form')) ?? '',
    width: element && attributeOf(element, 'width'),
    text: parseTextIn(element),
    graph: parseGraphIn(element),
  };
}

function parseGraphIn(element: XmlElement | undefined): GraphDefinition | undefined {
  const graph = element && childNamed(element, 'graph');
  return graph && parseGraph(graph);
}

/** What an app writes, or leaves out, for a column that sorts only when asked for. */
const UNORDERED = -1;

function parseSort(element: XmlElement | undefined): DetailSort | undefined {
  if (element === undefined) return undefined;
  const order = Number(attributeOf(element, 'order') ?? UNORDERED);
  const direction = attributeOf(element, 'direction') === 'descending' ? 'descending' : 'ascending';
  return {
    type: sortType(attributeOf(element, 'type')),
    order: Number.isInteger(order) && order !== UNORDERED ? order : undefined,
    direction,
    blanksLast: blanksLast(attributeOf(element, 'blanks'), attributeOf(element, 'direction')),
    text: parseTextIn(element),
  };
}

function sortType(type: string | undefined): DetailSort['type'] {
  return type === 'int' || type === 'double' || type === 'index' ? type : 'string';
}

function blanksLast(blanks: string | undefined, direction: string | undefined): boolean {
  if (blanks === 'last') return true;
  return blanks === 'first' ? false : direction !== 'ascending';
}

function parseGrid(style: XmlElement | undefined): DetailGrid | undefined {
  const grid = style && childNamed(style, 'grid');
  if (style === undefined || grid === undefined) return undefined;
  const cell = (name: string) => Number(requiredAttribute(grid, name)) || 0;
  return {
    x: cell('grid-x'),
    y: cell('grid-y'),
    width: cell('grid-width'),
    height: cell('grid-height'),
    horizontal: ALIGNMENTS[attributeOf(style, 'horz-align') ?? ''] ?? 'start',
    vertical: ALIGNMENTS[attributeOf(style, 'vert-align') ?? ''] ?? 'start',
    fontSize: fontSize(attributeOf(style, 'font-size')),
    border: attributeOf(style, 'show-border') === 'true',
    shading: attributeOf(style, 'show-shading') === 'true',
  };
}

/** The words of the suite for both directions; left is where a line begins. */
const ALIGNMENTS: Readonly<Record<string, DetailGrid['horizontal']>> = {
  center: 'center',
  right: 'end',
  bottom: 'end',
};

function fontSize(size: string | undefined): DetailGrid['fontSize'] {
  return size === 'small' || size === 'large' ? size : 'medium';
}

function parseVariables(element: XmlElement | undefined) {
  if (element === undefined) return [];
  return childElements(element).map((variable) => ({
    name: variable.name,
    function: requiredAttribute(variable, 'function'),
  }));
}

function parseAction(element: XmlElement): DetailAction {
  return {
    display: parseDisplay(element),
    relevant: attributeOf(element, 'relevant'),
    autoLaunch: parseCondition(attributeOf(element, 'auto_launch')),
    stack: parseStack(element),
  };
}

/** `true` and `false` may stand for the functions of these names. */
function parseCondition(source: string | undefined): string | undefined {
  if (source === undefined || source === 'false') return undefined;
  return source === 'true' ? 'true()' : source;
}

function parseFocus(element: XmlElement | undefined): string | undefined {
  return element && requiredAttribute(element, 'function');
}

function parseGroup(element: XmlElement | undefined): DetailGroup | undefined {
  if (element === undefined) return undefined;
  return {
    function: requiredAttribute(element, 'function'),
    headerRows: Number(attributeOf(element, 'header-rows')) || 0,
  };
}
