import type { ControlNode } from '../../xforms/control-node.ts';
import {
  readReception,
  receivedChoice,
  receivedTexts,
  type AddressMessage,
  type Reception,
} from '../shared/address-message.ts';
import { controlPath } from './control-path.ts';
import { plainWords } from './form-text.ts';

const BROADCAST = 'broadcast-';
const RECEIVE = 'receive-';
const CHOOSING: ReadonlySet<string> = new Set(['select1', 'select', 'rank']);

/** Answers a question, by the reference of its node, as part of what the address answers. */
type Answer = (ref: string, value: string) => void;

/**
 * Fills in what listens to an address: `receive-<topic>-<field>[||<field>]` below the innermost group around it that has a listener, but
 * in no other item of a repeat.
 */
export function fillReceivers(
  address: ControlNode,
  controls: readonly ControlNode[],
  message: AddressMessage,
  answer: Answer,
): void {
  for (const { control, reception } of listenersTo(address, controls))
    fill(control, receivedValue(control, reception, message), answer);
}

/** The address is another one or gone: takes away what came from it, but nothing that somebody has written in its place. */
export function emptyReceivers(
  address: ControlNode,
  controls: readonly ControlNode[],
  former: AddressMessage,
  answer: Answer,
): void {
  for (const { control, reception } of listenersTo(address, controls)) {
    if (control.node.lexical === receivedValue(control, reception, former))
      fill(control, '', answer);
  }
}

function listenersTo(
  address: ControlNode,
  controls: readonly ControlNode[],
): readonly ListeningControl[] {
  const around = controlPath(controls, (control) => control === address).slice(0, -1);
  return wordsAfter(BROADCAST, address).flatMap((topic) => listenersNear(topic, around, controls));
}

interface ListeningControl {
  readonly control: ControlNode;
  readonly reception: Reception;
}

function listenersNear(
  topic: string,
  around: readonly ControlNode[],
  controls: readonly ControlNode[],
): readonly ListeningControl[] {
  for (const container of around.toReversed()) {
    const listeners = listenersIn(container.children, topic);
    if (listeners.length > 0 || container.kind === 'item') return listeners;
  }
  return listenersIn(controls, topic);
}

function listenersIn(controls: readonly ControlNode[], topic: string): ListeningControl[] {
  return controls.flatMap((control) => {
    if (control.kind === 'repeat') return [];
    const own = wordsAfter(RECEIVE, control)
      .flatMap((word) => readReception(word) ?? [])
      .filter((reception) => reception.topic === topic)
      .map((reception) => ({ control, reception }));
    return [...own, ...listenersIn(control.children, topic)];
  });
}

function wordsAfter(prefix: string, { definition }: ControlNode): string[] {
  if (!('appearance' in definition)) return [];
  return definition.appearance.flatMap((word) =>
    word.startsWith(prefix) ? [word.slice(prefix.length)] : [],
  );
}

/** What was filled in before may decide whether this question is asked. */
function fill({ node }: ControlNode, value: string, answer: Answer): void {
  if (node.relevant && !node.readonly && value !== node.lexical) answer(node.ref, value);
}

function receivedValue(
  { kind, choices }: ControlNode,
  reception: Reception,
  message: AddressMessage,
): string {
  const texts = receivedTexts(reception, message);
  if (!CHOOSING.has(kind)) return texts[0] ?? '';
  const offered = choices.map(({ value, label }) => ({ value, label: plainWords(label) }));
  return receivedChoice(texts, offered);
}
