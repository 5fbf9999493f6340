import type { DevStrings } from './dev-strings.ts';
import { devEn } from './en.ts';
import { devFr } from './fr.ts';

/** The inspector's words for a language code such as `fr-CA`; English where there are none. */
export function devStringsFor(code: string): DevStrings {
  return code.split('-')[0] === 'fr' ? devFr : devEn;
}
