import type { AppDefinition } from './app-definition.ts';
import type { AppProblem } from './app-problem.ts';

/** Commands without an entry, entries without their form, lists without their detail. `file` is named as the place. */
export function findDanglingReferences(
  app: Pick<AppDefinition, 'menus' | 'entries' | 'details' | 'forms'>,
  file: string,
): AppProblem[] {
  return [...commandsWithoutEntry(app), ...entriesWithoutForm(app), ...missingDetails(app)].map(
    (message) => ({
      file,
      line: 0,
      message,
      remedy: 'Export the app again, or remove the reference.',
    }),
  );
}

function commandsWithoutEntry({
  menus,
  entries,
}: Pick<AppDefinition, 'menus' | 'entries'>): string[] {
  const menuIds = new Set(menus.map((menu) => menu.id));
  return menus.flatMap((menu) =>
    menu.commands
      .filter(({ id }) => !entries.has(id) && !menuIds.has(id))
      .map(({ id }) => `menu ${menu.id} has the command ${id}, which leads nowhere`),
  );
}

function entriesWithoutForm({
  entries,
  forms,
}: Pick<AppDefinition, 'entries' | 'forms'>): string[] {
  return [...entries.values()]
    .filter(({ xmlns }) => xmlns !== undefined && !forms.has(xmlns))
    .map(({ commandId, xmlns }) => `${commandId} opens the form ${xmlns}, which is not in the app`);
}

function missingDetails({
  entries,
  details,
}: Pick<AppDefinition, 'entries' | 'details'>): string[] {
  const missing: string[] = [];
  for (const entry of entries.values()) {
    for (const datum of entry.datums) {
      if (datum.kind !== 'entity') continue;
      for (const id of [datum.detailSelect, datum.detailConfirm, datum.detailInline]) {
        if (id !== undefined && !details.has(id)) {
          missing.push(`${entry.commandId} shows the detail ${id}, which is not in the app`);
        }
      }
    }
  }
  return missing;
}
