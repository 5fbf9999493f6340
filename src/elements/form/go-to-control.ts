import type { LitElement } from 'lit';
import type { ControlNode } from '../../xforms/control-node.ts';
import type { QuestionList } from './question-list.ts';

/** An element that can show what is folded away in it. */
interface Revealing extends LitElement {
  readonly questions?: QuestionList;
  reveal?(): Promise<void>;
}

/**
 * Goes to the last control of a path that begins in the list: wakes and unfolds what lies on the way, and puts the focus on it. False
 * when it is not on the page.
 */
export async function goToControl(
  path: readonly ControlNode[],
  from: QuestionList,
): Promise<boolean> {
  let questions: QuestionList | undefined = from;
  let element: Revealing | undefined;
  for (const { key } of path) {
    element = questions?.wake(key) as Revealing | undefined;
    if (element === undefined) return false;
    await element.updateComplete;
    if (key !== path.at(-1)?.key) await element.reveal?.();
    questions = element.questions;
  }
  element?.focus();
  element?.scrollIntoView({ block: 'nearest' });
  return element !== undefined;
}
