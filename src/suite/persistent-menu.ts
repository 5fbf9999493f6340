import type { MenuChoice } from './screen.ts';
import { buildMenuScreen } from './menu-screen.ts';
import type { SessionAddress } from './session-address.ts';
import { addressOf } from './session-address.ts';
import type { SessionState } from './session-state.ts';
import type { SessionFrame } from './session-step.ts';

/** A choice of a menu that stays in sight beside what follows it. */
export interface PersistentMenuItem {
  readonly text: string;
  /** `jr://file/…` of its picture, where it has one. */
  readonly image: string | undefined;
  /** Where it leads, with what was chosen before it. */
  readonly address: SessionAddress;
  /** True for the last choice of the person. */
  readonly isCurrent: boolean;
  /** The choices of the menu behind it, once that has been reached. */
  readonly items: readonly PersistentMenuItem[];
}

/** The first menu of the app, with the menus that the person has opened since below their choices. Throws XPath errors. */
export function buildPersistentMenu(state: SessionState): readonly PersistentMenuItem[] {
  return itemsFrom(state, 0);
}

/** The choices of the first menu at or behind this step of the session; none where no menu has come yet. */
function itemsFrom(state: SessionState, start: number): readonly PersistentMenuItem[] {
  for (let length = start; length <= state.frame.length; length += 1) {
    const before = state.at(state.frame.slice(0, length));
    if (before.need.kind !== 'command') continue;
    const { choices } = buildMenuScreen(before, before.need.menuId);
    return choices.map((choice) => itemOf(choice, state, before.frame));
  }
  return [];
}

function itemOf(
  { id, text, image }: MenuChoice,
  state: SessionState,
  before: SessionFrame,
): PersistentMenuItem {
  const next = state.frame[before.length];
  const isChosen = next?.kind === 'command' && next.id === id;
  const items = isChosen ? itemsFrom(state, before.length + 1) : [];
  const address = addressOf([...before, { kind: 'command', id }]);
  return { text, image, address, items, isCurrent: isChosen && !items.some(leadsOn) };
}

function leadsOn({ isCurrent, items }: PersistentMenuItem): boolean {
  return isCurrent || items.some(leadsOn);
}
