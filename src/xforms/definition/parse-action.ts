import type { XmlElement } from '../../xml/xml-element.ts';
import { attributeOf, textOf } from '../../xml/xml-element.ts';
import type {
  ActionDefinition,
  ActionEvent,
  AudioQuality,
  SetValueDefinition,
} from './action-definition.ts';
import type { FormReader } from './form-reader.ts';
import type { NodeDefinition } from './node-definition.ts';
import { resolveReference } from './resolve-reference.ts';

const EVENTS: ReadonlySet<string> = new Set<ActionEvent>([
  'xforms-ready',
  'xforms-revalidate',
  'xforms-value-changed',
  'jr-insert',
  'odk-instance-first-load',
  'odk-instance-load',
  'odk-new-repeat',
]);

/** One action, or `undefined` for a faulty one, which is noted. `source` is the node of its control. */
export function parseAction(
  element: XmlElement,
  source: NodeDefinition | undefined,
  context: NodeDefinition,
  binds: ReadonlyMap<string, NodeDefinition>,
  reader: FormReader,
): ActionDefinition | undefined {
  const target = targetOf(element, context, binds, reader);
  const events = eventsOf(element, source, reader);
  if (target === undefined || events === undefined) return undefined;
  const chosen = chosenOf(element, target, reader);
  const base = { events, target, chosen, source, line: element.line };
  switch (element.name) {
    case 'setgeopoint':
      return { kind: 'setgeopoint', ...base };
    case 'recordaudio':
      return { kind: 'recordaudio', ...base, quality: qualityOf(element, reader) };
    default: {
      const value = valueOf(element, target, reader);
      return value === undefined ? undefined : { kind: 'setvalue', ...base, value };
    }
  }
}

function chosenOf(element: XmlElement, target: NodeDefinition, reader: FormReader) {
  const ref = attributeOf(element, 'ref') ?? '';
  return ref.includes('[') ? reader.compile(ref, element, target.ref, 'ref') : undefined;
}

function targetOf(
  element: XmlElement,
  context: NodeDefinition,
  binds: ReadonlyMap<string, NodeDefinition>,
  reader: FormReader,
): NodeDefinition | undefined {
  const bind = attributeOf(element, 'bind');
  const ref = attributeOf(element, 'ref');
  const target =
    bind !== undefined
      ? binds.get(bind)
      : ref === undefined
        ? undefined
        : resolveReference(ref, context);
  if (target === undefined) {
    const named = `"${bind ?? ref ?? ''}"`;
    reader.problem(`a ${element.name} writes to ${named}, which does not exist`, element);
  }
  return target;
}

function eventsOf(
  element: XmlElement,
  source: NodeDefinition | undefined,
  reader: FormReader,
): ActionEvent[] | undefined {
  const names = (attributeOf(element, 'event') ?? '').split(/\s+/).filter((name) => name !== '');
  const unknown = names.filter((name) => !EVENTS.has(name));
  if (names.length === 0) reader.problem(`a ${element.name} has no event`, element);
  for (const name of unknown) reader.problem(`the event "${name}" is not known`, element);
  if (source === undefined && reader.dialect === 'odk' && names.join() === 'odk-new-repeat') {
    reader.problem('an action for odk-new-repeat has to stand inside its repeat', element);
  }
  return names.length === 0 || unknown.length > 0 ? undefined : (names as ActionEvent[]);
}

function valueOf(
  element: XmlElement,
  target: NodeDefinition,
  reader: FormReader,
): SetValueDefinition['value'] | undefined {
  return attributeOf(element, 'value') === undefined
    ? textOf(element)
    : (reader.expression(element, 'value', target.ref) ??
        (attributeOf(element, 'value')?.trim() === '' ? '' : undefined));
}

const QUALITIES: readonly string[] = ['voice-only', 'low', 'normal'] satisfies AudioQuality[];

function qualityOf(element: XmlElement, reader: FormReader): AudioQuality {
  const quality = attributeOf(element, 'quality') ?? 'normal';
  if (QUALITIES.includes(quality)) return quality as AudioQuality;
  reader.warn(`the quality "${quality}" is not known; it is taken for "normal"`, element);
  return 'normal';
}
