import type { AppDefinition } from '../../suite/app-definition.ts';
import type { Entry } from '../../suite/entry.ts';
import { ROOT_MENU } from '../../suite/menu.ts';

/** The way from the first menu to a form: the ids of the choices, and the entry that the last one is. */
export interface WayToForm {
  readonly choices: readonly string[];
  readonly entry: Entry;
}

/** The shortest way to a form of that namespace; `undefined` when no menu leads to it. */
export function findEntry({ menus, entries }: AppDefinition, xmlns: string): WayToForm | undefined {
  const waiting: { menu: string; choices: readonly string[] }[] = [
    { menu: ROOT_MENU, choices: [] },
  ];
  const seen = new Set<string>();
  for (const { menu, choices } of waiting) {
    if (seen.has(menu)) continue;
    seen.add(menu);
    const commands = menus.filter(({ id }) => id === menu).flatMap((each) => each.commands);
    for (const { id } of commands) {
      const entry = entries.get(id);
      if (entry?.xmlns === xmlns) return { choices: [...choices, id], entry };
      waiting.push({ menu: id, choices: [...choices, id] });
    }
    const below = menus.filter(({ root, id }) => root === menu && id !== menu);
    for (const { id } of below) waiting.push({ menu: id, choices: [...choices, id] });
  }
  return undefined;
}
