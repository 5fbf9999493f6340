import type { ControlNode } from './control-node.ts';
import type { FormInstance } from './form-instance.ts';
import { questions } from './questions.ts';
import { isVisible } from './visible-control.ts';

/** What is shown together when a form is gone through screen by screen. */
export interface FormScreen {
  /**
   * `questions`: those of `control`, which is one question, or a group or item with the appearance `field-list`. `repeat`: the items
   * of the repeat `control`, after the last of them, where one more can be added.
   */
  readonly kind: 'questions' | 'repeat';
  readonly control: ControlNode;
  /** The groups, repeats and items around it, outermost first. */
  readonly path: readonly ControlNode[];
}

/**
 * Names a screen of a form: the reference of its node and the number of its control. It lasts as long as the version of the form, and
 * the reference in it longer.
 */
export type ScreenAddress = string;

/** Where no question is left: the answers are looked over, and the form is sent. */
export const LAST_SCREEN: ScreenAddress = 'end';

/** Names a screen. */
export function addressOf({ control: { node, definition } }: FormScreen): ScreenAddress {
  return `${node.ref}#${definition.id}`;
}

/**
 * The screen of an address, or, where nothing is asked there any more, the next one at which something is; `undefined` when nothing is
 * left to ask. An address of another version of the form leads to the question with the same reference, one in an item that has been
 * taken out to the screen of its repeat, and one that leads nowhere to the first screen.
 */
export function screenAt(form: FormInstance, address: ScreenAddress): FormScreen | undefined {
  if (address === LAST_SCREEN) return undefined;
  const screens = [...screensIn(form.controls)];
  return screens.slice(placeOf(address, screens)).find(isShown);
}

/** The screens at which something is asked now, in the order of the form. */
export function shownScreens(form: FormInstance): readonly FormScreen[] {
  return [...screensIn(form.controls)].filter(isShown);
}

/** The screen after that of the address, or the one before it; `undefined` at either end. */
export function neighbourOf(
  form: FormInstance,
  address: ScreenAddress,
  way: 'next' | 'previous',
): FormScreen | undefined {
  const shown = shownScreens(form);
  const here = screenAt(form, address);
  const place = here === undefined ? shown.length : shown.findIndex(isSame(here));
  return shown[way === 'next' ? place + 1 : place - 1];
}

/** The screen that shows a control, or the first one of what lies in it; `undefined` when none does. */
export function screenOf(form: FormInstance, control: ControlNode): FormScreen | undefined {
  return shownScreens(form).find(
    (screen) => isAround(screen, control) || contains(screen, control),
  );
}

/** The questions of a screen that are asked now, those of a group with all that lies in it. */
export function questionsOn({ kind, control }: FormScreen): readonly ControlNode[] {
  return kind === 'repeat' ? [] : [...questions([control])];
}

/** True while something is asked on the screen. */
export function isShown({ kind, control, path }: FormScreen): boolean {
  if (!path.every(({ relevant }) => relevant)) return false;
  if (kind === 'repeat') return control.canAdd || control.children.some((item) => item.canRemove);
  if (control.kind !== 'item') return isVisible(control);
  return control.relevant && control.children.some(isVisible);
}

/** All screens in the order of the form, also those of what is not asked. */
function* screensIn(
  controls: readonly ControlNode[],
  path: readonly ControlNode[] = [],
): Generator<FormScreen> {
  for (const control of controls) {
    if (!isParted(control)) yield { kind: 'questions', control, path };
    else yield* screensIn(control.children, [...path, control]);
    if (control.kind === 'repeat') yield { kind: 'repeat', control, path };
  }
}

function isParted({ kind, definition }: ControlNode): boolean {
  if (kind === 'repeat') return true;
  return (kind === 'group' || kind === 'item') && !definition.appearance.includes('field-list');
}

function placeOf(address: ScreenAddress, screens: readonly FormScreen[]): number {
  const [ref = ''] = address.split('#');
  const wanted = [
    (screen: FormScreen) => addressOf(screen) === address,
    ({ kind, control }: FormScreen) => kind === 'questions' && control.node.ref === ref,
    (screen: FormScreen) => hasItem(screen, ref),
  ];
  return wanted.map((fits) => screens.findIndex(fits)).find((place) => place >= 0) ?? 0;
}

/** The reference is, or was, that of something in an item of the screen's repeat. */
function hasItem({ kind, control: { node, definition } }: FormScreen, ref: string): boolean {
  return kind === 'repeat' && ref.startsWith(`${node.ref}/${definition.target.name}[`);
}

function isSame(here: FormScreen): (screen: FormScreen) => boolean {
  return ({ kind, control }) => kind === here.kind && control === here.control;
}

/** The control lies on the screen. */
function isAround({ kind, control }: FormScreen, wanted: ControlNode): boolean {
  if (control === wanted) return true;
  return kind === 'questions' && isBelow(wanted, control.children);
}

function isBelow(wanted: ControlNode, controls: readonly ControlNode[]): boolean {
  return controls.some((each) => each === wanted || isBelow(wanted, each.children));
}

/** The screen lies in the control. */
function contains({ path }: FormScreen, wanted: ControlNode): boolean {
  return path.includes(wanted);
}
