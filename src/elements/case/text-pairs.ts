import type { Steps } from '../../case/steps.ts';

/**
 * Which of very many texts have which two letters side by side. What is sought is then looked for only where its rarest two letters are,
 * and two letters need no look at all.
 */
export class TextPairs {
  readonly #letters: Letters;
  /** By pair: where its list begins; and where the last one ends. */
  readonly #starts: Uint32Array;
  /** Lists of numbers of texts, each ascending. */
  readonly #lists: Uint32Array;

  private constructor(letters: Letters, starts: Uint32Array, lists: Uint32Array) {
    this.#letters = letters;
    this.#starts = starts;
    this.#lists = lists;
  }

  static *read(texts: readonly string[]): Steps<TextPairs> {
    const letters = yield* numberLetters(texts);
    const ends = new Uint32Array(letters.size ** 2 + 1);
    yield* eachPair(texts, letters, (pair) => (ends[pair + 1]! += 1));
    for (let pair = 0; pair + 1 < ends.length; pair += 1) ends[pair + 1]! += ends[pair]!;
    const starts = ends.slice();
    const lists = new Uint32Array(ends.at(-1)!);
    yield* eachPair(texts, letters, (pair, text) => (lists[ends[pair]!++] = text));
    return new TextPairs(letters, starts, lists);
  }

  /** Numbers of texts among which all that have the word are, as few as two letters tell, ascending. A word has two letters or more. */
  candidates(word: string): Uint32Array {
    let rarest = 0;
    let fewest = Infinity;
    for (let n = 1; n < word.length; n += 1) {
      const pair = pairAt(word, n, this.#letters);
      const count = this.#starts[pair + 1]! - this.#starts[pair]!;
      if (count < fewest) [rarest, fewest] = [pair, count];
    }
    return this.#lists.subarray(this.#starts[rarest], this.#starts[rarest + 1]);
  }

  /** Whether all candidates have the word. */
  isExact(word: string): boolean {
    const { numbers } = this.#letters;
    return word.length === 2 && numbers[word.charCodeAt(0)]! * numbers[word.charCodeAt(1)]! > 0;
  }
}

/** Letters, as far as a table of all pairs is small, have a number each, from 1; all others have 0. */
interface Letters {
  readonly numbers: Uint8Array;
  readonly size: number;
}

const MOST_LETTERS = 256;

function* numberLetters(texts: readonly string[]): Steps<Letters> {
  const numbers = new Uint8Array(0x10000);
  let size = 1;
  for (let text = 0; text < texts.length && size < MOST_LETTERS; text += 1) {
    const letters = texts[text]!;
    for (let n = 0; n < letters.length && size < MOST_LETTERS; n += 1) {
      const letter = letters.charCodeAt(n);
      if (numbers[letter] === 0) numbers[letter] = size++;
    }
    if (text % TEXTS_A_STEP === TEXTS_A_STEP - 1) yield;
  }
  return { numbers, size };
}

/** Tells each pair of each text once. */
function* eachPair(
  texts: readonly string[],
  letters: Letters,
  tell: (pair: number, text: number) => void,
): Steps<void> {
  const last = new Int32Array(letters.size ** 2).fill(-1);
  for (let text = 0; text < texts.length; text += 1) {
    const word = texts[text]!;
    for (let n = 1; n < word.length; n += 1) {
      const pair = pairAt(word, n, letters);
      if (last[pair] !== text) tell(pair, text);
      last[pair] = text;
    }
    if (text % TEXTS_A_STEP === TEXTS_A_STEP - 1) yield;
  }
}

function pairAt(word: string, n: number, { numbers, size }: Letters): number {
  return numbers[word.charCodeAt(n - 1)]! * size + numbers[word.charCodeAt(n)]!;
}

/** Read in a millisecond or so. */
const TEXTS_A_STEP = 1000;
