/** Items of a repetition without an upper bound, at most this many more than it needs. */
const FEW = 2;

/**
 * A text that a regular expression takes: groups, alternatives, classes, escapes and quantifiers are followed, everything else stands for
 * itself. It is a guess where the expression has lookarounds or references: whoever needs to be sure asks the expression. `random` in [0, 1).
 */
export function matchingText(pattern: string, random: () => number): string {
  return new Generator(pattern, random).alternatives();
}

class Generator {
  #at = 0;

  constructor(
    private readonly pattern: string,
    private readonly random: () => number,
  ) {}

  alternatives(): string {
    const texts = [this.#sequence()];
    while (this.#take('|')) texts.push(this.#sequence());
    return this.#pick(texts) ?? '';
  }

  #sequence(): string {
    let text = '';
    while (this.#at < this.pattern.length && !'|)'.includes(this.#next())) text += this.#repeated();
    return text;
  }

  #repeated(): string {
    const begin = this.#at;
    let text = this.#atom();
    const end = this.#at;
    const [least, most] = this.#quantifier();
    const after = this.#at;
    const times = least + Math.floor(this.random() * (most - least + 1));
    if (times === 0) return '';
    for (let time = 1; time < times; time += 1) {
      this.#at = begin;
      text += this.#atom();
    }
    this.#at = Math.max(after, end);
    return text;
  }

  #atom(): string {
    const character = this.#read();
    switch (character) {
      case '^':
      case '$':
        return '';
      case '(':
        return this.#group();
      case '[':
        return this.#class();
      case '\\':
        return this.#pick(escaped(this.#read())) ?? '';
      case '.':
        return this.#pick([...LETTERS]) ?? '';
      default:
        return character;
    }
  }

  #group(): string {
    if (this.#take('?')) this.#read();
    const text = this.alternatives();
    this.#take(')');
    return text;
  }

  #class(): string {
    const isExcluding = this.#take('^');
    const members: string[] = [];
    while (this.#at < this.pattern.length && !this.#take(']')) members.push(...this.#member());
    const offered = isExcluding
      ? [...PRINTABLE].filter((each) => !members.includes(each))
      : members;
    return this.#pick(offered) ?? '';
  }

  #member(): readonly string[] {
    const first = this.#read();
    if (first === '\\') return escaped(this.#read());
    const isRange = this.#next() === '-' && this.pattern[this.#at + 1] !== ']';
    if (!isRange) return [first];
    this.#read();
    return between(first, this.#read());
  }

  #quantifier(): readonly [number, number] {
    const [least, most] = this.#bounds();
    this.#take('?');
    return [least, most];
  }

  #bounds(): readonly [number, number] {
    if (this.#take('*')) return [0, FEW];
    if (this.#take('+')) return [1, 1 + FEW];
    if (this.#take('?')) return [0, 1];
    const found = /^\{(\d+)(,(\d*))?\}/.exec(this.pattern.slice(this.#at));
    if (found === null) return [1, 1];
    this.#at += found[0].length;
    const least = Number(found[1]);
    if (found[2] === undefined) return [least, least];
    return [least, found[3] === '' ? least + FEW : Number(found[3])];
  }

  #next(): string {
    return this.pattern[this.#at] ?? '';
  }

  #read(): string {
    const character = this.#next();
    this.#at += 1;
    return character;
  }

  #take(character: string): boolean {
    const isNext = this.#next() === character;
    if (isNext) this.#at += 1;
    return isNext;
  }

  #pick(texts: readonly string[]): string | undefined {
    return texts[Math.floor(this.random() * texts.length)];
  }
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const PRINTABLE = `${LETTERS}${LETTERS.toUpperCase()}${DIGITS} .,-`;

function escaped(character: string): readonly string[] {
  switch (character) {
    case 'd':
      return [...DIGITS];
    case 'w':
      return [...LETTERS, ...DIGITS, '_'];
    case 's':
      return [' '];
    case 'D':
    case 'W':
    case 'S':
      return character === 'W' ? [' ', '-'] : [...LETTERS];
    case 'b':
      return [''];
    default:
      return [character];
  }
}

function between(first: string, last: string): string[] {
  const from = first.charCodeAt(0);
  const count = last.charCodeAt(0) - from + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    String.fromCharCode(from + index),
  );
}
