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

/** Answers a question, by the reference of its node. */
type Answer = (ref: string, value: string) => void;

/**
 * Fills in what listens to an address: `receive-<topic>-<field>[||<field>]` below the innermost group around it that has a listener, but
 * in no other item of a repeat. Without a message the address was taken away, and so is what came from it.
 */
export function fillReceivers(
  address: ControlNode,
  controls: readonly ControlNode[],
  message: AddressMessage | undefined,
  answer: Answer,
): void {
  const around = controlPath(controls, (control) => control === address).slice(0, -1);
  for (const topic of wordsAfter(BROADCAST, address)) {
    for (const { control, reception } of listenersNear(topic, around, controls))
      fill(control, receivedTexts(reception, message), answer);
  }
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
function fill(control: ControlNode, texts: readonly string[], answer: Answer): void {
  const { node, kind } = control;
  if (!node.relevant || node.readonly) return;
  const value = kind === 'select1' ? choiceOf(control, texts) : (texts[0] ?? '');
  if (value !== node.lexical) answer(node.ref, value);
}

function choiceOf({ choices }: ControlNode, texts: readonly string[]): string {
  const offered = choices.map(({ value, label }) => ({ value, label: plainWords(label) }));
  return receivedChoice(texts, offered);
}
