import { nothing } from 'lit';
import { html as staticHtml, literal } from 'lit/static-html.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ControlNode } from '../../xforms/control-node.ts';
import type { FormContext } from './form-context.ts';
import { spanOf } from './columns.ts';

/** A row of the table: which element shows the controls for which `shows` is true. */
export interface ControlElement {
  readonly tag: ReturnType<typeof literal>;
  readonly shows: (control: ControlNode) => boolean;
}

const UNSUPPORTED = literal`xf-unsupported`;

const textTypes = new Set([
  'string', 'int', 'long', 'decimal', 'boolean', 'date', 'time', 'dateTime', 'barcode', 'select1',
  'select', 'binary',
]); // prettier-ignore

/**
 * From control to element; the first row that fits counts. A page that has an element of its own for some appearance puts a row in
 * front (`unshift`). What no row shows is "not supported here" and keeps its value.
 */
export const controlElements: ControlElement[] = [
  {
    tag: literal`xf-geopoint`,
    shows: ({ kind, node }) => kind === 'input' && node.type === 'geopoint',
  },
  { tag: literal`xf-input`, shows: isText },
  { tag: literal`xf-select1`, shows: ({ kind }) => kind === 'select1' },
  { tag: literal`xf-select`, shows: ({ kind }) => kind === 'select' },
  { tag: literal`xf-rank`, shows: ({ kind }) => kind === 'rank' },
  { tag: literal`xf-trigger`, shows: ({ kind }) => kind === 'trigger' },
  { tag: literal`xf-signature`, shows: isSignature },
  { tag: literal`xf-upload`, shows: ({ kind }) => kind === 'upload' },
  { tag: literal`xf-range`, shows: ({ kind }) => kind === 'range' },
  { tag: literal`xf-group`, shows: ({ kind }) => kind === 'group' },
  { tag: literal`xf-repeat`, shows: ({ kind }) => kind === 'repeat' },
  { tag: UNSUPPORTED, shows: () => true },
];

/** True for a control that has an element to answer it with. */
export function isSupported(control: ControlNode): boolean {
  return controlElements.find(({ shows }) => shows(control))?.tag !== UNSUPPORTED;
}

function isText({ kind, node, definition }: ControlNode): boolean {
  if (kind === 'secret') return true;
  return kind === 'input' && textTypes.has(node.type) && !isCallout(definition.appearance);
}

function isSignature({ kind, definition }: ControlNode): boolean {
  return (
    kind === 'upload' && ['signature', 'draw'].some((word) => definition.appearance.includes(word))
  );
}

// An answer that another program on the phone would give.
function isCallout(appearance: readonly string[]): boolean {
  return appearance.some((word) => /^(intent:|ex:)/.test(word));
}

/** Each control as its element, by key, so that an element stays with its control. `depth` counts the headings above. */
export function renderControls(
  controls: readonly ControlNode[],
  context: FormContext,
  depth: number,
): unknown {
  return repeat(
    controls,
    (control) => control.key,
    (control) => renderControl(control, context, depth),
  );
}

function renderControl(control: ControlNode, context: FormContext, depth: number): unknown {
  const row = controlElements.find(({ shows }) => shows(control));
  if (row === undefined) return nothing;
  return staticHtml`<${row.tag}
    class=${classesOf(control)}
    data-key=${control.key}
    .depth=${depth}
    .context=${context}
    .node=${control}
  ></${row.tag}>`;
}

function classesOf({ kind, label, definition }: ControlNode): string {
  const isSection = (kind === 'group' || kind === 'repeat') && label !== undefined;
  return `question ${isSection ? 'section' : ''} ${spanOf(definition.appearance)}`;
}
