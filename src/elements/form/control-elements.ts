import { calendarWord } from '../../xforms/calendar/calendar-word.ts';
import { datePrecisionOf } from '../../xforms/calendar/date-precision.ts';
import type { ControlNode } from '../../xforms/control-node.ts';
import { asksForAddress } from './address-text.ts';
import type { ControlProperties } from './form-context.ts';
import { spanOf } from './columns.ts';
import { fetchElement, isToBeFetched } from './elements-on-demand.ts';

/** A row of the table: which element shows the controls for which `shows` is true. */
export interface ControlElement {
  readonly tag: string;
  readonly shows: (control: ControlNode) => boolean;
}

const UNSUPPORTED = 'xf-unsupported';

const textTypes = new Set([
  'string', 'int', 'long', 'decimal', 'boolean', 'date', 'time', 'dateTime', 'select1',
  'select', 'binary',
]); // prettier-ignore

/**
 * From control to element; the first row that fits counts. A page that has an element of its own for some appearance puts a row in
 * front (`unshift`). What no row shows is "not supported here" and keeps its value.
 */
export const controlElements: ControlElement[] = [
  {
    tag: 'xf-geopoint',
    shows: ({ kind, node }) => kind === 'input' && node.type === 'geopoint',
  },
  {
    tag: 'xf-geotrace',
    shows: ({ kind, node }) =>
      kind === 'input' && (node.type === 'geotrace' || node.type === 'geoshape'),
  },
  { tag: 'xf-date', shows: isDateInBoxes },
  { tag: 'xf-barcode', shows: isCode },
  {
    tag: 'xf-counter',
    shows: ({ kind, node, definition: { appearance } }) =>
      kind === 'input' && node.type === 'int' && appearance.includes('counter'),
  },
  { tag: 'xf-address', shows: asksForAddress },
  { tag: 'xf-cycle', shows: looks('select1', ['button-select']) },
  { tag: 'xf-image-map', shows: isImageMap },
  {
    tag: 'xf-select-list',
    shows: looks('select', ['minimal', 'autocomplete', 'search', 'combobox']),
  },
  { tag: 'xf-rating', shows: looks('range', ['rating']) },
  { tag: 'xf-input', shows: isText },
  { tag: 'xf-select1', shows: ({ kind }) => kind === 'select1' },
  { tag: 'xf-select', shows: ({ kind }) => kind === 'select' },
  { tag: 'xf-rank', shows: ({ kind }) => kind === 'rank' },
  { tag: 'xf-trigger', shows: ({ kind }) => kind === 'trigger' },
  { tag: 'xf-signature', shows: looks('upload', ['signature', 'draw', 'annotate']) },
  { tag: 'xf-upload', shows: ({ kind }) => kind === 'upload' },
  { tag: 'xf-range', shows: ({ kind }) => kind === 'range' },
  { tag: 'xf-group', shows: ({ kind }) => kind === 'group' },
  { tag: 'xf-repeat', shows: ({ kind }) => kind === 'repeat' },
  { tag: 'xf-repeat-item', shows: ({ kind }) => kind === 'item' },
  { tag: UNSUPPORTED, shows: () => true },
];

/** True for a control that has an element to answer it with. */
export function isSupported(control: ControlNode): boolean {
  return tagOf(control) !== UNSUPPORTED;
}

/** Fetches the elements that these controls and all below them need and that are not there yet. */
export async function fetchElementsOf(controls: readonly ControlNode[]): Promise<void> {
  await Promise.all([...missingTags(controls)].map(fetchElement));
}

function missingTags(controls: readonly ControlNode[], tags = new Set<string>()): Set<string> {
  for (const control of controls) {
    const tag = tagOf(control);
    if (isToBeFetched(tag)) tags.add(tag);
    missingTags(control.children, tags);
  }
  return tags;
}

/** The tag of the element that shows a control. */
export function tagOf(control: ControlNode): string {
  return controlElements.find(({ shows }) => shows(control))?.tag ?? UNSUPPORTED;
}

/** Choices on a picture; without one they are a list as any other. */
function isImageMap(control: ControlNode): boolean {
  const { kind, definition } = control;
  if (kind !== 'select1' && kind !== 'select') return false;
  return definition.appearance.includes('image-map') && control.label?.image !== undefined;
}

/** A control of a kind whose appearance has one of these words. */
function looks(kind: ControlNode['kind'], words: readonly string[]): ControlElement['shows'] {
  return (control) =>
    control.kind === kind && words.some((word) => control.definition.appearance.includes(word));
}

// The browser's own box knows whole dates of the Gregorian calendar.
function isDateInBoxes({ kind, node, definition: { appearance } }: ControlNode): boolean {
  if (kind !== 'input' || node.type !== 'date') return false;
  return calendarWord(appearance) !== undefined || datePrecisionOf(appearance) !== 'day';
}

function isCode({ kind, node, definition: { appearance } }: ControlNode): boolean {
  return kind === 'input' && (node.type === 'barcode' || appearance.includes('hidden-answer'));
}

function isText({ kind, node, definition }: ControlNode): boolean {
  if (kind === 'secret') return true;
  return kind === 'input' && textTypes.has(node.type) && !isCallout(definition.appearance);
}

// An answer that another program on the phone would give.
function isCallout(appearance: readonly string[]): boolean {
  return appearance.some((word) => /^(intent:|ex:)/.test(word));
}

/** What the element of a control is given, besides its own properties. */
export interface ControlElementProperties extends ControlProperties {
  /** How many headings stand above it. */
  readonly depth: number;
}

/** The element of a control, new, with what it needs to be shown. */
export function makeControlElement(properties: ControlElementProperties): HTMLElement {
  const { node } = properties;
  const tag = tagOf(node);
  // Such as the first item of a repeat brings.
  if (isToBeFetched(tag)) void fetchElement(tag);
  const element = Object.assign(document.createElement(tag), properties);
  element.className = classesOf(node);
  element.dataset['key'] = node.key;
  return element;
}

/** The classes of a question by which the page around it lays it out. */
export function classesOf(control: ControlNode): string {
  const span = spanOf(control.definition.appearance);
  return `question${isSection(control) ? ' section' : ''}${span === '' ? '' : ` ${span}`}`;
}

/** A part of the form with a heading of its own. */
export function isSection({ kind, label }: ControlNode): boolean {
  return (kind === 'group' || kind === 'repeat') && label !== undefined;
}
