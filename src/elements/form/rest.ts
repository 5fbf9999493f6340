import { MissingPart, orMissingPart } from '../../platform/missing-part.ts';
import type { ControlElementProperties } from './control-elements.ts';
import type { Words } from './resting-picture.ts';
import type { QuestionList } from './question-list.ts';
import { restingItem } from './resting-item.ts';
import { restingQuestion } from './resting-question.ts';

/** What stands in a control's place while nobody is at it. */
export interface Resting {
  /** Another one after an `update` that could not keep it. */
  readonly element: HTMLElement;
  /** Shows what the form has now. False when the control needs its own element from now on. */
  update(): boolean;
  /** Properties of the element that it stands for. */
  give?(properties: Readonly<Record<string, unknown>>): void;
  /** What it holds hears of no changes until it resumes, as while the list around it is not on the page. */
  pause?(): void;
  /** What it holds hears of changes again, and of those that it has missed. */
  resume?(): void;
  /** It is not on the page any more. */
  leave?(): void;
}

/** What rests in place of a control; `undefined` in a short form, for what needs its element, and while what draws it is on its way. */
export function rest(
  properties: ControlElementProperties,
  words: Words,
  makeList: () => QuestionList,
): Resting | undefined {
  const { context, node } = properties;
  // What was being typed goes on in its element.
  if (!context.isLong || context.keepsTyping(node.node)) return undefined;
  const resting = orMissingPart(() =>
    node.kind === 'item'
      ? restingItem(properties, words, makeList())
      : restingQuestion(properties, words),
  );
  if (!(resting instanceof MissingPart)) return resting;
  void resting.fetch();
  return undefined;
}
