import type { AdminStrings } from './admin-strings.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

const LANGUAGES: ReadonlyMap<string, AdminStrings> = new Map([
  ['en', en],
  ['fr', fr],
]);

/** The words of these pages for a language tag; English where there are none. */
export function adminStringsFor(tag: string): AdminStrings {
  return LANGUAGES.get(tag.toLowerCase().split('-')[0] ?? '') ?? en;
}
