import { createHash } from 'node:crypto';
import type { Choice } from '../../xforms/choice.ts';
import type { ControlNode } from '../../xforms/control-node.ts';
import type { FormText } from '../../xforms/definition/text-definition.ts';
import type { FormInstance } from '../../xforms/form-instance.ts';
import type { InstanceNode } from '../../xforms/instance/instance-node.ts';
import { firstDifference, differs } from './compare-values.ts';
import type { Placeholders } from './compare-values.ts';
import { displayText } from './display-text.ts';
import type { FormLine, NodeJson } from './form-line.ts';
import { freeRefs } from './form-line.ts';

/** The first difference between what the form shows and what a line states of it. */
export function nodesDifference(
  line: FormLine,
  form: FormInstance,
  placeholders: Placeholders,
): string | undefined {
  const free = freeRefs(line);
  const expected = (line.nodes ?? []).filter(({ ref }) => !free.has(ref));
  const actual = shownNodes(form).filter(({ ref }) => !free.has(ref));
  for (const [index, wanted] of expected.entries()) {
    const found = actual[index];
    const difference = nodeDifference(wanted, found, line, placeholders);
    if (difference !== undefined) return difference;
  }
  const more = actual[expected.length];
  return more === undefined ? undefined : differs('nodes', 'no further node', nameOf(more));
}

function nodeDifference(
  expected: NodeJson,
  actual: NodeJson | undefined,
  { dialect }: FormLine,
  placeholders: Placeholders,
): string | undefined {
  if (actual === undefined || nameOf(expected) !== nameOf(actual)) {
    return differs('nodes', nameOf(expected), actual && nameOf(actual));
  }
  const place = `node ${expected.ref}`;
  if (expected.error === undefined) {
    const stated = asCompared(expected);
    return firstDifference(stated, asStated(asCompared(actual), stated), place, placeholders);
  }
  // Where JavaRosa threw, only that the form goes on is asked of others.
  if (dialect === 'odk') return undefined;
  if (actual.error === undefined) return differs(place, expected.error, 'no error');
  // What the reference engine would have shown behind its error is not known.
  const known = Object.keys(expected).filter((key) => key !== 'error');
  const part = Object.fromEntries(known.map((key) => [key, actual[key]]));
  return firstDifference({ ...expected, error: undefined }, part, place, placeholders);
}

/** JavaRosa tells an answer of no choices from no answer, and prints a space behind choices: a form does neither. */
function asCompared(node: NodeJson): NodeJson {
  const { value, display, ...others } = node;
  if (value === '') return others as NodeJson;
  return typeof display === 'string' ? { ...node, display: display.trimEnd() } : node;
}

/** Media of labels count where they are stated; an empty text is none. */
function asStated(actual: NodeJson, expected: NodeJson): NodeJson {
  const left = ['markdown', 'image', 'audio'].filter((key) => expected[key] === undefined);
  for (const key of ['label', 'hint', 'help']) {
    if (expected[key] === undefined && actual[key] === '') left.push(key);
  }
  return { ...actual, ...Object.fromEntries(left.map((key) => [key, undefined])) };
}

function nameOf({ event, ref }: NodeJson): string {
  return `${event} ${ref}`;
}

/** A reference as the data write it: a first position is left out. */
export function dataRef(node: InstanceNode): string {
  return node.ref.replaceAll('[1]', '');
}

/** The relevant nodes of a form in its order, in the words of the data; what is not there or false is left out. */
export function shownNodes(form: FormInstance): NodeJson[] {
  return form.controls.flatMap(shownControl);
}

function shownControl(control: ControlNode): NodeJson[] {
  if (!control.relevant) return [];
  switch (control.kind) {
    case 'repeat':
      return shownRepeat(control);
    case 'group':
      return [
        { ref: dataRef(control.node), event: 'group', ...containerParts(control) },
        ...control.children.flatMap(shownControl),
      ];
    default:
      return [shownQuestion(control)];
  }
}

function shownRepeat(repeat: ControlNode): NodeJson[] {
  const items = repeat.children;
  const count = items.length;
  const shown = items.flatMap((item): NodeJson[] => {
    if (!item.relevant) return [];
    const head = {
      ref: dataRef(item.node),
      event: 'repeat' as const,
      ...containerParts(item),
      count,
    };
    return [head, ...item.children.flatMap(shownControl)];
  });
  return repeat.canAdd ? [...shown, { ...newItem(repeat, count), count }] : shown;
}

function newItem(repeat: ControlNode, count: number): NodeJson {
  const position = count === 0 ? '' : `[${count + 1}]`;
  const ref = `${dataRef(repeat.node)}/${repeat.definition.target.name}${position}`;
  return { ref, event: 'new-repeat', ...containerParts(repeat) };
}

function containerParts(control: ControlNode): Partial<NodeJson> {
  return withoutBlanks({ ...labelParts(control), appearance: appearanceOf(control) });
}

function shownQuestion(control: ControlNode): NodeJson {
  const { node } = control;
  const head = { ref: dataRef(node), event: 'question' as const };
  const parts = {
    control: controlName(control),
    type: typeName(control),
    ...labelParts(control),
    ...bindParts(control),
    ...valueParts(control),
    error: control.problem,
  };
  return { ...head, ...withoutBlanks(parts) };
}

function bindParts(control: ControlNode): Record<string, unknown> {
  return {
    hint: control.hint?.text,
    help: control.help?.text,
    appearance: appearanceOf(control),
    required: control.node.required,
    readonly: control.node.readonly,
  };
}

function valueParts(control: ControlNode): Record<string, unknown> {
  const choices = isSelect(control) ? shownChoices(control.choices) : undefined;
  const value = shownValue(control);
  return value === '' ? { choices } : { value, display: displayText(control), choices };
}

/** An itemset's question shows what is offered just now, whatever the node keeps. */
function shownValue({ definition, chosen, node }: ControlNode): string {
  return 'items' in definition && definition.itemset !== undefined
    ? chosen.map(({ value }) => value).join(' ')
    : node.lexical;
}

function labelParts({ label }: ControlNode): Record<string, unknown> {
  if (label === undefined) return {};
  return { label: label.text, ...mediaParts(label) };
}

function mediaParts({ markdown, image, audio }: FormText): Record<string, unknown> {
  return { markdown, image, audio };
}

function appearanceOf({ definition }: ControlNode): string | undefined {
  return definition.attributes['appearance'] || undefined;
}

function isSelect({ kind }: ControlNode): boolean {
  return kind === 'select1' || kind === 'select' || kind === 'rank';
}

function controlName(control: ControlNode): string {
  if (control.definition.kind !== 'upload') return control.kind;
  const [medium = ''] = control.definition.mediaType.split('/');
  return ['image', 'audio', 'video'].includes(medium) ? medium : 'file';
}

/** The datatype as the reference engine names it: of the bind, or of the choices where that says no more than text. */
function typeName(control: ControlNode): string {
  const type = control.node.definition.bind?.type;
  if (isSelect(control) && (type === undefined || CHOICE_TYPES.has(type))) {
    return control.kind === 'select1' ? 'choice' : 'choiceList';
  }
  if (type === 'intent') return '-1';
  return type ?? 'null';
}

const CHOICE_TYPES: ReadonlySet<string> = new Set(['string', 'select1', 'select', 'rank']);

/** Lists of more than this many choices are stated by their number, their beginning and a hash. */
const LISTED = 40;

function shownChoices(choices: readonly Choice[]): unknown {
  const shown = choices.map(({ value, label }) => ({ value, label: label.text }));
  if (choices.length <= LISTED) return shown;
  const pairs = choices.map(({ value, label }) => [value, label.text]);
  const sha256 = createHash('sha256').update(JSON.stringify(pairs)).digest('hex');
  return { count: choices.length, first: shown.slice(0, 10), sha256 };
}

function withoutBlanks<T extends object>(parts: T): T {
  const entries = Object.entries(parts).filter(
    ([, value]) => value !== undefined && value !== false,
  );
  return Object.fromEntries(entries) as T;
}
