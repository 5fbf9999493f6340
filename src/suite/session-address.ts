import type { AppDefinition } from './app-definition.ts';
import type { AppSession } from './app-session.ts';
import { ROOT_MENU } from './menu.ts';
import type { Screen } from './screen.ts';
import type { SessionFrame, SessionStep } from './session-step.ts';
import { isOfPerson } from './session-step.ts';

/**
 * What somebody chose, without what follows from it: computed ids, the only row there was, the texts of chosen rows and the
 * answers of a search server are found again, or asked for again. It holds ids and nothing that was typed.
 */
export type SessionAddress = readonly AddressStep[];

export type AddressStep =
  | { readonly kind: 'command'; readonly id: string }
  /** More than one value where several rows were chosen together. */
  | { readonly kind: 'datum'; readonly id: string; readonly values: readonly string[] }
  /** Something was searched for here. */
  | { readonly kind: 'query'; readonly id: string };

export function addressOf(frame: SessionFrame): SessionAddress {
  return frame.filter(isOfPerson).flatMap((step) => addressStep(step) ?? []);
}

function addressStep(step: SessionStep): AddressStep | undefined {
  const { id } = step;
  switch (step.kind) {
    case 'command':
    case 'query':
      return { kind: step.kind, id };
    case 'datum':
      return { kind: 'datum', id, values: step.chosen ?? [step.value] };
    case 'mark':
      return undefined;
  }
}

/**
 * Chooses the same things again, from the first menu on, as far as they are still there: a case may have been closed since, a
 * form hidden. What was searched for has to be searched again.
 */
export function retrace(session: AppSession, address: SessionAddress): Screen {
  session.home();
  for (const step of address) {
    if (!choosesAgain(session, step)) break;
  }
  return session.screen;
}

function choosesAgain(session: AppSession, step: AddressStep): boolean {
  switch (step.kind) {
    case 'command':
      return choosesCommand(session, step.id);
    case 'datum':
      return choosesRows(session, step.id, step.values);
    case 'query':
      return false;
  }
}

function choosesCommand(session: AppSession, id: string): boolean {
  const { app, screen } = session;
  const offered = screen.kind === 'menu' && screen.choices.some((choice) => choice.id === id);
  if (!offered && !isBeyondMenus(app, screen, id)) return false;
  session.choose(id);
  return true;
}

/** A stack of the app may lead past its menus. What a menu has and does not show is hidden for a reason. */
function isBeyondMenus({ entries, menus }: AppDefinition, screen: Screen, id: string): boolean {
  if (!entries.has(id) && !menus.some((menu) => menu.id === id)) return false;
  const menuId = screen.kind === 'menu' ? screen.menuId : ROOT_MENU;
  return !menus.some((menu) =>
    menu.id === menuId
      ? menu.commands.some((command) => command.id === id)
      : menu.id === id && menu.root === menuId,
  );
}

function choosesRows(session: AppSession, id: string, values: readonly string[]): boolean {
  const { screen, datums } = session;
  const [value = ''] = values;
  if (datums[id] === value) return true;
  if (screen.kind !== 'list' || screen.datumId !== id) {
    session.settle(id, value);
    return true;
  }
  const { frame } = session;
  if (screen.maxSelect === undefined) session.select(value);
  else session.selectMany(values);
  return session.frame !== frame;
}
