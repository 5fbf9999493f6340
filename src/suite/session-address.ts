import type { AppSession } from './app-session.ts';
import { isBeyondMenus } from './reachable-frame.ts';
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
 * form hidden. It stops at a search, which has to be made again.
 */
export function retrace(session: AppSession, address: SessionAddress): Screen {
  session.home();
  for (const [n, step] of address.entries()) {
    if (isThere(session, address.slice(0, n + 1))) continue;
    if (!choosesAgain(session, step, address[n + 1])) break;
  }
  return session.screen;
}

/** What the app does by itself may have led further already. */
function isThere({ address }: AppSession, way: SessionAddress): boolean {
  return JSON.stringify(address.slice(0, way.length)) === JSON.stringify(way);
}

function choosesAgain(
  session: AppSession,
  step: AddressStep,
  next: AddressStep | undefined,
): boolean {
  switch (step.kind) {
    case 'command':
      return choosesCommand(session, step.id, next?.kind === 'datum' ? next.values : []);
    case 'datum':
      return choosesRows(session, step.id, step.values);
    case 'query':
      session.repeatSearch();
      return false;
  }
}

function choosesCommand(session: AppSession, id: string, coming: readonly string[]): boolean {
  const { app, screen } = session;
  const offered = screen.kind === 'menu' && screen.choices.some((choice) => choice.id === id);
  if (!offered && !isBeyondMenus(app, screen, id)) return false;
  session.choose(id, coming);
  return true;
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
