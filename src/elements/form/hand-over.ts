import type { LitElement } from 'lit';
import type { QuestionList } from './question-list.ts';

/** An element of a control: one that holds others has them in a list. */
export interface AwakeElement extends LitElement {
  readonly questions?: QuestionList;
  /** For an item: the button that removes it. */
  readonly removal?: HTMLElement & { askRemoval(): void };
}

/**
 * What somebody came upon: one of the choices by its place from 0, the button that takes the answer away or that removes an item, or the
 * rest of a question.
 */
export type ApproachedPart = number | 'clear' | 'remove' | undefined;

/** How somebody came to what was at rest. */
export interface Approach {
  /** `focusin`, `click` or what only points at it. */
  readonly type: string;
  /** Keys of the controls inside the one that was woken, down to the one that was meant. */
  readonly below: readonly string[];
  readonly part: ApproachedPart;
}

/** The part of a resting question that something in it belongs to. */
export function partOf(target: Element): ApproachedPart {
  if (target.closest('[data-remove]') !== null) return 'remove';
  if (target.closest('.clear') !== null) return 'clear';
  const choice = target.closest('.choice');
  const choices = choice?.parentElement?.children;
  return choices === undefined ? undefined : [...choices].indexOf(choice as Element);
}

/** Gives what was done to a resting question to the element that stands in its place now. */
export async function handOver(woken: AwakeElement, approach: Approach): Promise<void> {
  await woken.updateComplete;
  const [key, ...below] = approach.below;
  const inner = key === undefined ? undefined : woken.questions?.wake(key);
  if (inner !== undefined) return handOver(inner as AwakeElement, { ...approach, below });
  if (approach.type === 'focusin') focusOn(woken, approach.part);
  if (approach.type === 'click') press(woken, approach.part);
}

function focusOn(element: AwakeElement, part: ApproachedPart): void {
  const choice = choiceAt(element, part);
  if (part === 'remove') element.removal?.focus();
  // Of radios one has the focus for all of them.
  else if (choice?.type === 'checkbox') choice.focus();
  else element.focus();
}

function press(element: AwakeElement, part: ApproachedPart): void {
  if (part === 'remove') return element.removal?.askRemoval();
  element.focus();
  if (part === 'clear') element.renderRoot.querySelector<HTMLElement>('.clear')?.click();
  else choiceAt(element, part)?.click();
}

function choiceAt({ renderRoot }: LitElement, part: ApproachedPart): HTMLInputElement | undefined {
  if (typeof part !== 'number') return undefined;
  return [...renderRoot.querySelectorAll<HTMLInputElement>('.choice input')][part];
}
