import type { Steps } from '../../case/steps.ts';
import { TextPairs } from './text-pairs.ts';
import { Work } from './work.ts';

/** Texts that are searched again and again: one long text, which is looked through much faster than many short ones. */
export class TextIndex {
  readonly #all: string;
  /** By text: where it begins in the long one; and where the last one ends, with a line break behind each. */
  readonly #starts: Uint32Array;
  readonly #pairs: Work<TextPairs>;
  /** What was sought lately and found in which texts: the next letter only looks there. */
  readonly #lately = new Map<string, Numbers>();

  /** Texts in which something is sought, folded as that is. */
  constructor(texts: readonly string[]) {
    this.#all = `${texts.join('\n')}\n`;
    this.#starts = new Uint32Array(texts.length + 1);
    for (let n = 0; n < texts.length; n += 1) {
      this.#starts[n + 1] = this.#starts[n]! + texts[n]!.length + 1;
    }
    this.#pairs = new Work(() => TextPairs.read(texts));
  }

  /** Reads ahead, so that a word need not be sought in all texts. */
  prepare(): Steps<void> {
    return this.#pairs.rest();
  }

  /** Numbers of the texts that have the word, ascending. A word has no line break and is not empty. */
  with(word: string): Numbers {
    const numbers = this.#lately.get(word) ?? this.#find(word);
    this.#lately.delete(word);
    this.#lately.set(word, numbers);
    for (const oldest of this.#lately.keys()) {
      if (this.#lately.size > REMEMBERED) this.#lately.delete(oldest);
    }
    return numbers;
  }

  /** Whether a text that has the word is nothing but the word. */
  isWhole(number: number, word: string): boolean {
    return this.#starts[number + 1]! - this.#starts[number]! - 1 === word.length;
  }

  #find(word: string): Numbers {
    const pairs = word.length > 1 ? this.#pairs.finished : undefined;
    const candidates = pairs?.candidates(word);
    if (candidates !== undefined && pairs?.isExact(word) === true) return candidates;
    return this.#seek(word, this.#narrowest(word, candidates));
  }

  /** The fewest texts that are known to include all with this word; `undefined` stands for all texts. */
  #narrowest(word: string, candidates: Among): Among {
    let narrowest = candidates;
    for (const [part, numbers] of this.#lately) {
      const isNarrower = narrowest === undefined || numbers.length < narrowest.length;
      if (isNarrower && word.includes(part)) narrowest = numbers;
    }
    return narrowest;
  }

  #seek(word: string, among: Among): Numbers {
    const found: number[] = [];
    const end = among === undefined ? this.#starts.length - 1 : among.length;
    for (let place = 0; place < end;) {
      const number = among === undefined ? place : among[place]!;
      const at = this.#all.indexOf(word, this.#starts[number]);
      if (at < 0) break;
      const isHere = at < this.#starts[number + 1]!;
      if (isHere) found.push(number);
      place = isHere ? place + 1 : this.#firstReaching(at, place + 1, end, among);
    }
    return found;
  }

  /** The first place from `low` on whose text ends behind a place of the long one: mostly it is one of the next. */
  #firstReaching(at: number, low: number, high: number, among: Among): number {
    let step = 1;
    while (low + step < high && !this.#reaches(at, low + step, among)) {
      low += step + 1;
      step *= 2;
    }
    high = Math.min(high, low + step);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#reaches(at, middle, among)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #reaches(at: number, place: number, among: Among): boolean {
    const number = among === undefined ? place : among[place]!;
    return this.#starts[number + 1]! > at;
  }
}

/** Numbers of texts, ascending; not to be changed. */
export type Numbers = ArrayLike<number>;

/** `undefined` for all texts. */
type Among = Numbers | undefined;

/** The letters of a word, one by one, and back again. */
const REMEMBERED = 8;
