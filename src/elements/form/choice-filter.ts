import type { Choice } from '../../xforms/choice.ts';
import { isNear } from '../shared/is-near.ts';
import { plainWords } from './form-text.ts';

/**
 * How typing narrows a list. `starts`: a word of the label starts as was typed. `words`: all typed words occur, in any order
 * (CommCare's `multiword`). `fuzzy`: as `words`, and a word of more than 3 letters may differ in 2 of them.
 */
export type FilterMode = 'starts' | 'words' | 'fuzzy';

/** The mode that a select's appearance asks for; `words` where it says nothing. */
export function filterModeOf(appearance: readonly string[]): FilterMode {
  if (appearance.includes('fuzzy')) return 'fuzzy';
  if (appearance.includes('multiword')) return 'words';
  return appearance.includes('combobox') ? 'starts' : 'words';
}

/** The choices that fit what was typed, in their own order; all of them for nothing typed. Case and accents do not count. */
export function filterChoices(
  choices: readonly Choice[],
  typed: string,
  mode: FilterMode,
): readonly Choice[] {
  const query = fold(typed);
  if (query === '') return choices;
  return choices.filter(({ label }) => MATCHES[mode](query, fold(plainWords(label))));
}

/** Text without case, accents and surplus space, for comparing. */
export function fold(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{Mn}/gu, '');
  return bare.toLowerCase().replace(/\s+/g, ' ').trim();
}

const MATCHES: Readonly<Record<FilterMode, (query: string, label: string) => boolean>> = {
  starts: (query, label) => label.startsWith(query) || label.includes(` ${query}`),
  words: (query, label) => query.split(' ').every((word) => label.includes(word)),
  fuzzy: (query, label) => query.split(' ').every((word) => isNear(word, label)),
};
