import { ascendingOrder } from '../../suite/ascending-order.ts';

/** Letters that many languages sort as if they were written with two. */
const EXPANSIONS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  Æ: 'AE',
  Œ: 'OE',
};

/** Of so many characters all pairs are looked at, to know whether they can be weighed one by one. */
const MOST_CHARACTERS = 120;

/**
 * The order of texts in a language, numbers in them by their value. The browser's comparison is too slow for a hundred
 * thousand texts, so each character gets a weight from it, and it is asked again only where weights do not tell. In a
 * language that sorts two letters as one (Czech `ch`) the browser does it all.
 */
export class Collation {
  readonly #collator: Intl.Collator;
  /** Without regard to accents and capitals. */
  readonly #base: Intl.Collator;

  constructor(language: string) {
    this.#collator = new Intl.Collator(language, { numeric: true });
    this.#base = new Intl.Collator(language, { sensitivity: 'base' });
  }

  /** The numbers of the texts in ascending order. */
  order(texts: readonly string[]): Uint32Array {
    const expanded = this.#expanded(texts);
    const weights = this.#weigh(expanded);
    if (weights === undefined) return this.#compared(texts);
    const keys = expanded.map((text) => keyOf(text, weights));
    const order = ascendingOrder(keys);
    this.#settleTies(order, keys, texts);
    return order;
  }

  #compared(texts: readonly string[]): Uint32Array {
    const order = Uint32Array.from(texts, (_, n) => n);
    return order.sort((a, b) => this.#compare(texts[a]!, texts[b]!));
  }

  #compare(a: string, b: string): number {
    return this.#collator.compare(a, b);
  }

  #expanded(texts: readonly string[]): readonly string[] {
    const letters = Object.keys(EXPANSIONS).filter(
      (letter) => this.#base.compare(letter, EXPANSIONS[letter]!) === 0,
    );
    if (letters.length === 0) return texts;
    const pattern = new RegExp(`[${letters.join('')}]`, 'g');
    return texts.map((text) => text.replace(pattern, (letter) => EXPANSIONS[letter]!));
  }

  /** By character code: its weight, 0 for what does not count. `undefined` when they cannot be weighed one by one. */
  #weigh(texts: readonly string[]): Uint16Array | undefined {
    const characters = charactersOf(texts);
    if (characters === undefined || characters.length > MOST_CHARACTERS) return undefined;
    const counting = characters.filter((character) => this.#base.compare(character, '') !== 0);
    counting.sort((a, b) => this.#base.compare(a, b));
    return this.#isPlain(counting) ? this.#weightsIn(counting) : undefined;
  }

  #weightsIn(order: readonly string[]): Uint16Array {
    const weights = new Uint16Array(0x10000);
    let weight = 1;
    for (const [n, character] of order.entries()) {
      if (n > 0 && this.#base.compare(order[n - 1]!, character) !== 0) weight += 1;
      weights[character.charCodeAt(0)] = weight;
    }
    return weights;
  }

  /** Whether each character sorts behind all that begins with one before it, and no two sort otherwise than one by one. */
  #isPlain(order: readonly string[]): boolean {
    const last = order.at(-1) ?? '';
    return order.every((first, n) => {
      const next = order[n + 1];
      const isApart =
        next === undefined ||
        this.#base.compare(first, next) === 0 ||
        this.#base.compare(first + last, next) < 0;
      return isApart && this.#followsOrder(first, order);
    });
  }

  #followsOrder(first: string, order: readonly string[]): boolean {
    return order.every((second, n) => {
      return n === 0 || this.#base.compare(first + order[n - 1]!, first + second) <= 0;
    });
  }

  /** Accents and capitals count where all else is the same. */
  #settleTies(order: Uint32Array, keys: readonly string[], texts: readonly string[]): void {
    for (let start = 0, end = 1; end <= order.length; end += 1) {
      if (end < order.length && keys[order[end]!] === keys[order[start]!]) continue;
      if (end - start > 1) {
        order.subarray(start, end).sort((a, b) => this.#compare(texts[a]!, texts[b]!));
      }
      start = end;
    }
  }
}

const ZERO = 0x30;
const NINE = 0x39;

/** All characters of the texts, and the digits; `undefined` when some take two places. */
function charactersOf(texts: readonly string[]): string[] | undefined {
  const codes = new Uint8Array(0x10000);
  for (let code = ZERO; code <= NINE; code += 1) codes[code] = 1;
  for (const text of texts) {
    for (let at = 0; at < text.length; at += 1) codes[text.charCodeAt(at)] = 1;
  }
  if (codes.subarray(0xd800, 0xe000).includes(1)) return undefined;
  return Array.from(codes.keys())
    .filter((code) => codes[code] === 1)
    .map((code) => String.fromCharCode(code));
}

/** The weights of a text, as characters. A number is the weight of a digit, how many digits it has, and these. */
function keyOf(text: string, weights: Uint16Array): string {
  const key: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= ZERO && code <= NINE) at = addNumber(text, at, weights, key);
    else if (weights[code] !== 0) key.push(weights[code]!);
  }
  return String.fromCharCode(...key);
}

/** Returns the place of the last digit. */
function addNumber(text: string, start: number, weights: Uint16Array, key: number[]): number {
  let first = start;
  while (text.charCodeAt(first) === ZERO && isDigit(text, first + 1)) first += 1;
  let end = first;
  while (isDigit(text, end)) end += 1;
  key.push(weights[ZERO]!, end - first);
  for (let at = first; at < end; at += 1) key.push(text.charCodeAt(at));
  return end - 1;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= ZERO && code <= NINE;
}
