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

const offered = new Map<string, () => Promise<Strings>>();

/** Languages that are fetched when an element is in one of them, by their code. */
export function offerStrings(languages: Readonly<Record<string, () => Promise<Strings>>>): void {
  for (const [code, load] of Object.entries(languages)) offered.set(code.toLowerCase(), load);
}

/**
 * The strings for a language tag: the tag itself, then without its last parts (`fr-CH`, then `fr`), then English, which also stands in
 * for a language that is on its way ({@link fetchStrings}).
 */
export function stringsFor(tag: string): Strings {
  return firstOf(registered, tag) ?? en;
}

/** Fetches an offered language that a tag needs, if there is one to fetch. */
export async function fetchStrings(tag: string): Promise<void> {
  const load = firstOf(registered, tag) === undefined ? firstOf(offered, tag) : undefined;
  if (load !== undefined) registerStrings(await load());
}

function firstOf<Value>(languages: ReadonlyMap<string, Value>, tag: string): Value | undefined {
  for (
    let code = tag.toLowerCase();
    code !== '';
    code = code.slice(0, Math.max(code.lastIndexOf('-'), 0))
  ) {
    const found = languages.get(code);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What there is to choose from in a language menu. */
export function registeredStrings(): readonly Strings[] {
  return [...registered.values()];
}
