import { en } from './en.ts';
import { offerStrings, registerStrings, stringsFor } from './registry.ts';
import type { Strings } from './strings.ts';

/** A language in which the interface can be read: its BCP 47 tag, its name for itself, and its strings, fetched when asked for. */
interface InterfaceLanguage {
  readonly code: string;
  readonly name: string;
  readonly load: () => Promise<Strings>;
}

/** All there are, by their names for themselves. English is always at hand and needs no fetching. */
export const INTERFACE_LANGUAGES: readonly InterfaceLanguage[] = [
  { code: 'am', name: 'አማርኛ', load: async () => (await import('./am.ts')).am },
  { code: 'ar', name: 'العربية', load: async () => (await import('./ar.ts')).ar },
  { code: 'en', name: 'English', load: async () => en },
  { code: 'es', name: 'Español', load: async () => (await import('./es.ts')).es },
  { code: 'fr', name: 'Français', load: async () => (await import('./fr.ts')).fr },
  { code: 'hi', name: 'हिन्दी', load: async () => (await import('./hi.ts')).hi },
  { code: 'pt', name: 'Português', load: async () => (await import('./pt.ts')).pt },
  { code: 'sw', name: 'Kiswahili', load: async () => (await import('./sw.ts')).sw },
];

/** Lets every element speak the language that stands next to it (`lang`), each fetched when it is first met. */
export function offerLanguages(): void {
  offerStrings(Object.fromEntries(INTERFACE_LANGUAGES.map(({ code, load }) => [code, load])));
}

/** The tag of the first of the wanted languages that the interface speaks, its region left aside; English when it speaks none. */
export function interfaceLanguage(wanted: readonly string[]): string {
  const spoken = new Set(INTERFACE_LANGUAGES.map(({ code }) => code));
  return wanted.map(withoutRegion).find((code) => spoken.has(code)) ?? 'en';
}

/**
 * Makes a language available to every element, by the code that {@link interfaceLanguage} gives. Elements that show it already are
 * updated. Rejects when its file cannot be fetched; English is shown until then.
 */
export async function loadStrings(code: string): Promise<void> {
  const language = INTERFACE_LANGUAGES.find((each) => each.code === code);
  if (language === undefined || stringsFor(code).code === code) return;
  registerStrings(await language.load());
}

function withoutRegion(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? '';
}
