import type { AppDefinition } from './app-definition.ts';
import type { Entry } from './entry.ts';
import type { SessionDatum } from './session-datum.ts';
import type { SessionFrame } from './session-step.ts';

/** What a session needs next. `done`: all is there for the entry. */
export type Need =
  | { readonly kind: 'command'; readonly menuId: string }
  | { readonly kind: 'datum'; readonly entry: Entry; readonly datum: SessionDatum }
  | { readonly kind: 'done'; readonly entry: Entry };

/** The last command of a frame, or `undefined` at home. */
export function currentCommand(frame: SessionFrame): string | undefined {
  return frame.findLast((step) => step.kind === 'command')?.id;
}

/** The datums of a frame by id; a query counts with its address. Marks and commands are no datums. */
export function collectDatums(frame: SessionFrame): Record<string, string> {
  const datums: Record<string, string> = {};
  for (const step of frame) {
    if (step.kind === 'datum') datums[step.id] = step.value;
    if (step.kind === 'query') datums[step.id] = step.url;
  }
  return datums;
}

/** The entries that a command may lead to: its own, or all those of the menu of that name. */
export function entriesOf(app: AppDefinition, command: string): Entry[] {
  const commands = app.menus
    .filter((menu) => menu.id === command)
    .flatMap((menu) => menu.commands.map(({ id }) => id));
  return [...commands, command]
    .map((id) => app.entries.get(id))
    .filter((entry) => entry !== undefined);
}

/**
 * Follows commcare-core: as long as all entries behind the command ask for the same datum next, that is asked before
 * the entry itself is chosen (the case list comes before the menu of its forms).
 */
export function neededData(app: AppDefinition, frame: SessionFrame, rootMenu: string): Need {
  const command = currentCommand(frame);
  if (command === undefined) return { kind: 'command', menuId: rootMenu };
  const entries = entriesOf(app, command);
  const shared = sharedDatum(entries, collectDatums(frame));
  if (shared !== undefined) return shared;
  const [entry] = entries;
  return entry !== undefined && entries.length === 1 && entry.commandId === command
    ? { kind: 'done', entry }
    : { kind: 'command', menuId: command };
}

function sharedDatum(
  entries: readonly Entry[],
  datums: Readonly<Record<string, string>>,
): Need | undefined {
  const [first] = entries;
  const datum = first && missingDatum(first, datums);
  if (first === undefined || datum === undefined) return undefined;
  const agreed = entries.every((entry) => missingDatum(entry, datums)?.id === datum.id);
  return agreed ? { kind: 'datum', entry: first, datum } : undefined;
}

/** The first datum of the entry that the session does not have yet. */
export function missingDatum(
  entry: Entry,
  datums: Readonly<Record<string, string>>,
): SessionDatum | undefined {
  return entry.datums.find((datum) => !Object.hasOwn(datums, datum.id));
}
