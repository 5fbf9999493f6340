import type { ControlNode } from '../xforms/control-node.ts';
import type { FormInstance } from '../xforms/form-instance.ts';
import type { ScreenAddress } from '../xforms/screens.ts';
import {
  addressOf,
  LAST_SCREEN,
  neighbourOf,
  questionsOn,
  screenAt,
  screenOf,
} from '../xforms/screens.ts';

/** The page at which the form is begun, or gone on with: the screen of the address that a draft has kept. */
export function pageAt(form: FormInstance, address: ScreenAddress): ScreenAddress {
  const screen = screenAt(form, address);
  return screen === undefined ? LAST_SCREEN : addressOf(screen);
}

/** The page after this one, the last one being where the answers are looked over; before the first there is none but itself. */
export function turned(
  form: FormInstance,
  page: ScreenAddress,
  way: 'next' | 'previous',
): ScreenAddress {
  const screen = neighbourOf(form, page, way);
  if (screen !== undefined) return addressOf(screen);
  return way === 'next' ? LAST_SCREEN : pageAt(form, page);
}

/** The questions of a page that keep somebody from going on, in their order. */
export function pageToCheck(form: FormInstance, page: ScreenAddress): readonly ControlNode[] {
  const screen = screenAt(form, page);
  const asked = new Set(screen === undefined ? [] : questionsOn(screen));
  return form.toCheck().filter((control) => asked.has(control));
}

/** The page of a question; where it is on none, the one that was given. */
export function pageOf(
  form: FormInstance,
  control: ControlNode | undefined,
  page: ScreenAddress,
): ScreenAddress {
  const screen = control && screenOf(form, control);
  return screen === undefined ? page : addressOf(screen);
}

/** The first page of the item that was added to the repeat of `page`; the page itself where it is not about that repeat. */
export function pageOfNewItem(
  form: FormInstance,
  page: ScreenAddress,
  repeatRef: string,
): ScreenAddress {
  const screen = screenAt(form, page);
  if (screen?.kind !== 'repeat') return page;
  const { node, definition, children } = screen.control;
  if (`${node.ref}/${definition.target.name}` !== repeatRef) return page;
  return pageOf(form, children.at(-1), page);
}
