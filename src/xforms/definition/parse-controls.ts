import type { XmlElement } from '../../xml/xml-element.ts';
import {
  attributeOf,
  childElements,
  childNamed,
  childrenNamed,
  textOf,
} from '../../xml/xml-element.ts';
import type { ActionDefinition } from './action-definition.ts';
import type {
  ControlDefinition,
  GroupDefinition,
  ItemDefinition,
  ItemsetDefinition,
  RepeatDefinition,
} from './control-definition.ts';
import { NONE } from '../growing-list.ts';
import type { FormReader } from './form-reader.ts';
import type { NodeDefinition } from './node-definition.ts';
import { ACTIONS, parseActions } from './parse-actions.ts';
import { JAVAROSA } from './parse-instance.ts';
import { parseTextChild } from './parse-text.ts';
import { resolveReference } from './resolve-reference.ts';

/** What the parser of a body carries from element to element. */
interface BodyReader {
  readonly reader: FormReader;
  readonly binds: ReadonlyMap<string, NodeDefinition>;
  readonly actions: ActionDefinition[];
  nextId: number;
}

const IGNORED = new Set([
  ...ACTIONS,
  'label',
  'hint',
  'help',
  'alert',
  'value',
  'item',
  'itemset',
  'choices',
]);

/** The controls of a body in document order, and the actions that stand inside them. */
export function parseControls(
  body: XmlElement,
  root: NodeDefinition,
  binds: ReadonlyMap<string, NodeDefinition>,
  reader: FormReader,
): { readonly controls: ControlDefinition[]; readonly actions: readonly ActionDefinition[] } {
  const actions = parseActions(body, undefined, root, binds, reader);
  const state: BodyReader = { reader, binds, actions, nextId: 0 };
  return { controls: parseChildren(body, root, state), actions: state.actions };
}

function parseChildren(
  parent: XmlElement,
  context: NodeDefinition,
  state: BodyReader,
): ControlDefinition[] {
  const controls: ControlDefinition[] = [];
  for (const element of childElements(parent)) {
    const control = parseControl(element, context, state);
    if (control !== undefined) controls.push(control);
  }
  return controls;
}

function parseControl(
  element: XmlElement,
  context: NodeDefinition,
  state: BodyReader,
): ControlDefinition | undefined {
  switch (element.name) {
    case 'group':
      return parseGroup(element, context, state);
    case 'repeat':
      return parseRepeat(element, context, state);
    case 'input':
    case 'secret':
    case 'trigger':
    case 'select1':
    case 'select':
    case 'rank':
    case 'upload':
    case 'range':
      return parseQuestion(element, element.name, context, state);
    default:
      if (!IGNORED.has(element.name)) {
        state.reader.warn(
          `<${element.name}> is no control that is known here; it is left out`,
          element,
        );
      }
      return undefined;
  }
}

type QuestionKind =
  'input' | 'secret' | 'trigger' | 'select1' | 'select' | 'rank' | 'upload' | 'range';

function parseQuestion(
  element: XmlElement,
  kind: QuestionKind,
  context: NodeDefinition,
  state: BodyReader,
): ControlDefinition | undefined {
  const node = boundNode(element, context, state);
  if (node === undefined) return undefined;
  state.actions.push(...parseActions(element, node, node, state.binds, state.reader));
  const control = completeQuestion(kind, parseBase(element, node, state), element, node, state);
  node.addControl(control);
  if (node.bind?.type === undefined) node.type = impliedType(control, node.type);
  return control;
}

/** A select without a type is a select; that is how its value is checked and shown. */
function impliedType(
  control: ControlDefinition,
  type: NodeDefinition['type'],
): NodeDefinition['type'] {
  if (control.kind === 'select1' || control.kind === 'select' || control.kind === 'rank')
    return control.kind;
  return control.kind === 'upload' ? 'binary' : type;
}

function completeQuestion(
  kind: QuestionKind,
  base: ControlBase,
  element: XmlElement,
  node: NodeDefinition,
  state: BodyReader,
): ControlDefinition {
  switch (kind) {
    case 'select1':
    case 'select':
    case 'rank':
      return {
        ...base,
        kind,
        items: parseItems(element, state.reader),
        itemset: parseItemset(element, node, state.reader),
      };
    case 'upload':
      return { ...base, kind, mediaType: attributeOf(element, 'mediatype') ?? '*/*' };
    case 'range':
      return { ...base, kind, ...parseRange(element, node, state.reader) };
    default:
      return { ...base, kind };
  }
}

function parseRange(
  element: XmlElement,
  node: NodeDefinition,
  reader: FormReader,
): { start: number; end: number; step: number } {
  const number = (name: string, otherwise: number) =>
    Number(attributeOf(element, name)?.trim() || otherwise);
  const range = { start: number('start', 0), end: number('end', 10), step: number('step', 1) };
  if (!(range.step !== 0) || ![range.start, range.end, range.step].every(Number.isFinite)) {
    reader.problem(
      'a range needs numbers for start, end and a step that is not 0',
      element,
      node.ref,
    );
  }
  return range;
}

function parseItems(element: XmlElement, reader: FormReader): readonly ItemDefinition[] {
  const own = itemsIn(element, reader);
  const inChoices = childrenNamed(element, 'choices').flatMap((each) => itemsIn(each, reader));
  return inChoices.length === 0 ? own : [...own, ...inChoices];
}

function itemsIn(parent: XmlElement, reader: FormReader): readonly ItemDefinition[] {
  return childrenNamed(parent, 'item').map((item) => ({
    value: textOf(childNamed(item, 'value') ?? item).trim(),
    label: parseTextChild(item, 'label', reader),
  }));
}

function parseItemset(
  element: XmlElement,
  node: NodeDefinition,
  reader: FormReader,
): ItemsetDefinition | undefined {
  const itemset = childNamed(element, 'itemset');
  if (itemset === undefined) return undefined;
  const nodeset = reader.expression(itemset, 'nodeset', node.ref);
  const value = refOf(childNamed(itemset, 'value') ?? childNamed(itemset, 'copy'), node, reader);
  if (nodeset === undefined || value === undefined) {
    reader.problem('an itemset needs a nodeset and a value', itemset, node.ref);
    return undefined;
  }
  return {
    nodeset,
    value,
    label: parseTextChild(itemset, 'label', reader),
    sort: refOf(childNamed(itemset, 'sort'), node, reader),
  };
}

function refOf(element: XmlElement | undefined, node: NodeDefinition, reader: FormReader) {
  return element === undefined ? undefined : reader.expression(element, 'ref', node.ref);
}

/**
 * A group that holds nothing but one repeat over the same nodes, or has no node itself, only brings the repeat's label and
 * appearance: `<group ref="/data/child" appearance="field-list"><label/><repeat nodeset="/data/child">`.
 */
function parseGroup(
  element: XmlElement,
  context: NodeDefinition,
  state: BodyReader,
): ControlDefinition | undefined {
  const bound = hasReference(element);
  const node = bound ? boundNode(element, context, state) : context;
  if (node === undefined) return undefined;
  const base = parseBase(element, node, state);
  state.actions.push(...parseActions(element, node, node, state.binds, state.reader));
  const children = parseChildren(element, node, state);
  const only = children.length === 1 ? children[0] : undefined;
  if (only?.kind === 'repeat' && (!bound || only.ref === base.ref)) return withLooksOf(base, only);
  const group: GroupDefinition = { ...base, kind: 'group', bound, children };
  if (bound) node.addControl(group);
  return group;
}

function withLooksOf(group: ControlBase, repeat: RepeatDefinition): RepeatDefinition {
  const labelled = {
    ...repeat,
    label: repeat.label ?? group.label,
    hint: repeat.hint ?? group.hint,
    appearance: [...new Set([...group.appearance, ...repeat.appearance])],
  };
  repeat.target.repeat = labelled;
  return labelled;
}

function parseRepeat(
  element: XmlElement,
  context: NodeDefinition,
  state: BodyReader,
): RepeatDefinition | undefined {
  const node = boundNode(element, context, state);
  if (node === undefined) return undefined;
  const base = parseBase(element, node, state);
  state.actions.push(...parseActions(element, node, node, state.binds, state.reader));
  const count = countOf(element, node, state);
  const repeat: RepeatDefinition = {
    ...base,
    kind: 'repeat',
    count,
    noAddRemove: count !== undefined || isTrue(attributeOf(element, 'noAddRemove', JAVAROSA)),
    children: parseChildren(element, node, state),
  };
  node.repeat = repeat;
  return repeat;
}

function countOf(element: XmlElement, node: NodeDefinition, state: BodyReader) {
  const source = attributeOf(element, 'count', JAVAROSA);
  if (source === undefined || source.trim() === '') return undefined;
  return state.reader.compile(source, element, node.ref, 'jr:count');
}

function isTrue(value: string | undefined): boolean {
  return value === 'true' || value === 'true()' || value === '1';
}

function hasReference(element: XmlElement): boolean {
  return ['ref', 'nodeset', 'bind'].some((name) => attributeOf(element, name) !== undefined);
}

function boundNode(
  element: XmlElement,
  context: NodeDefinition,
  state: BodyReader,
): NodeDefinition | undefined {
  const bind = attributeOf(element, 'bind');
  const ref = attributeOf(element, 'ref') ?? attributeOf(element, 'nodeset');
  const node =
    bind !== undefined
      ? state.binds.get(bind)
      : ref === undefined
        ? undefined
        : resolveReference(ref, context);
  if (node === undefined) {
    const named = bind ?? ref;
    const message =
      named === undefined
        ? `a <${element.name}> has no ref`
        : `a <${element.name}> names "${named}", which the main instance does not have`;
    state.reader.problem(message, element);
  }
  return node;
}

type ControlBase = Omit<GroupDefinition, 'kind' | 'bound' | 'children'>;

const NAMED_ATTRIBUTES = new Set(['ref', 'nodeset', 'bind', 'count', 'noAddRemove']);

function parseBase(element: XmlElement, node: NodeDefinition, state: BodyReader): ControlBase {
  warnOfSearch(element, node, state.reader);
  return {
    id: state.nextId++,
    target: node,
    ref: node.ref,
    label: parseTextChild(element, 'label', state.reader),
    hint: parseTextChild(element, 'hint', state.reader),
    help: parseTextChild(element, 'help', state.reader),
    alert: parseTextChild(element, 'alert', state.reader),
    appearance: wordsOf(attributeOf(element, 'appearance')),
    attributes: otherAttributes(element),
    line: element.line,
  };
}

/** A way of ODK Collect's own to choose from a file, older than itemsets over files. */
function warnOfSearch(element: XmlElement, node: NodeDefinition, reader: FormReader): void {
  if (!attributeOf(element, 'appearance')?.includes('search(')) return;
  const remedy = 'list the choices by an itemset over an instance of the file';
  reader.warn(`the appearance search() is not known here: ${remedy}`, element, node.ref);
}

function wordsOf(text: string | undefined): readonly string[] {
  return text === undefined ? NONE : text.split(/\s+/).filter((word) => word !== '');
}

const NO_ATTRIBUTES: Readonly<Record<string, string>> = {};

function otherAttributes(element: XmlElement): Readonly<Record<string, string>> {
  const others = element.attributes.filter(({ name }) => !NAMED_ATTRIBUTES.has(name));
  return others.length === 0
    ? NO_ATTRIBUTES
    : Object.fromEntries(others.map(({ name, value }) => [name, value]));
}
