import { en } from './en.ts';
import type { Strings } from './strings.ts';

const registered = new Map<string, Strings>([['en', en]]);
const watchers = new Set<() => void>();

/** Makes a language available to every element. Registering a code again replaces its strings. */
export function registerStrings(...languages: readonly Strings[]): void {
  for (const strings of languages) registered.set(strings.code.toLowerCase(), strings);
  for (const watcher of watchers) watcher();
}

/** Calls whenever a language has come; languages may be fetched after elements have begun to show. */
export function watchStrings(watcher: () => void): void {
  watchers.add(watcher);
}

/** The strings for a language tag: the tag itself, then without its last parts (`fr-CH`, then `fr`), then English. */
export function stringsFor(tag: string): Strings {
  for (
    let code = tag.toLowerCase();
    code !== '';
    code = code.slice(0, Math.max(code.lastIndexOf('-'), 0))
  ) {
    const strings = registered.get(code);
    if (strings !== undefined) return strings;
  }
  return en;
}

/** What there is to choose from in a language menu. */
export function registeredStrings(): readonly Strings[] {
  return [...registered.values()];
}
