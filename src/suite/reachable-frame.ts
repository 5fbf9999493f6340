import type { AppDefinition } from './app-definition.ts';
import { buildMenuScreen } from './menu-screen.ts';
import { ROOT_MENU } from './menu.ts';
import type { Screen } from './screen.ts';
import type { SessionState } from './session-state.ts';
import type { SessionFrame } from './session-step.ts';

/** The steps of a session up to the first command that its menu has and does not show now. */
export function reachableFrame(state: SessionState): SessionFrame {
  const { frame } = state;
  const hidden = frame.findIndex(
    (step, n) => step.kind === 'command' && isHidden(step.id, state.at(frame.slice(0, n))),
  );
  return hidden < 0 ? frame : frame.slice(0, hidden);
}

function isHidden(id: string, state: SessionState): boolean {
  if (state.need.kind !== 'command') return false;
  const menu = buildMenuScreen(state, state.need.menuId);
  const offered = menu.choices.some((choice) => choice.id === id);
  return !offered && !isBeyondMenus(state.app, menu, id);
}

/** A stack of the app may lead past its menus. What a menu has and does not show is hidden for a reason. */
export function isBeyondMenus(
  { entries, menus }: AppDefinition,
  screen: Screen,
  id: string,
): boolean {
  if (!entries.has(id) && !menus.some((menu) => menu.id === id)) return false;
  const menuId = screen.kind === 'menu' ? screen.menuId : ROOT_MENU;
  return !menus.some((menu) =>
    menu.id === menuId
      ? menu.commands.some((command) => command.id === id)
      : menu.id === id && menu.root === menuId,
  );
}
