// Accents of Latin, Greek and Cyrillic, and the vowel marks of Arabic. The vowel signs of Indic scripts are letters, and stay.
const MARKS = /[\u0300-\u036f\u064b-\u065f\u0670]/g;

// Letters that Unicode does not take apart, although people who search for them do.
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ŋ: 'n',
  ɛ: 'e',
  ɔ: 'o',
};
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

const ASCII = /^[\0-\x7f]*$/;

/** A text as it is compared in a search: without case and accents, so that `jose` finds `José`. */
export function foldText(text: string): string {
  // Most texts have no accents, and normalizing is what costs.
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(SPECIAL, (letter) => LETTERS[letter] ?? letter);
}
