import type { DefinitionProblem } from './app-definition-error.ts';

/**
 * Reads one value of a JSON document, knowing where it stands. What is not as it should be is collected, and reading
 * goes on with an empty value, so that one run finds everything.
 */
export class JsonReader {
  readonly value: unknown;
  readonly place: string;
  readonly problems: DefinitionProblem[];

  constructor(value: unknown, place: string, problems: DefinitionProblem[]) {
    this.value = value;
    this.place = place;
    this.problems = problems;
  }

  /** `kind` is what CommCare's builder calls the problem. */
  report(message: string, remedy: string, kind?: string): void {
    this.problems.push({ place: this.place, message, remedy, kind });
  }

  /** The members of an object, after checking that it has no others than `names`. */
  object(names: readonly string[]): ReadonlyMap<string, JsonReader> {
    const members = this.members();
    for (const [name, member] of members) {
      if (names.includes(name) || name === '$schema') continue;
      member.report(`“${name}” is not known here.`, `Known are ${names.join(', ')}.`);
    }
    return members;
  }

  /** The members of an object with names of the author's own; empty when it is no object. */
  members(): ReadonlyMap<string, JsonReader> {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value)) {
      this.report('This should be an object.', 'Write it as { "name": value }.');
      return new Map();
    }
    const prefix = this.place === '' ? '' : `${this.place}.`;
    const entries = Object.entries(this.value).map(([name, value]): [string, JsonReader] => [
      name,
      new JsonReader(value, `${prefix}${name}`, this.problems),
    ]);
    return new Map(entries);
  }

  list(): readonly JsonReader[] {
    if (!Array.isArray(this.value)) {
      this.report('This should be a list.', 'Write it as [ … ].');
      return [];
    }
    return this.value.map(
      (value, index) => new JsonReader(value, `${this.place}[${index}]`, this.problems),
    );
  }

  /** A text that is not blank. */
  string(): string {
    if (typeof this.value === 'string' && this.value.trim() !== '') return this.value;
    this.report('This should be a text.', 'Write it in quotes, and not blank.');
    return '';
  }

  boolean(): boolean {
    if (typeof this.value === 'boolean') return this.value;
    this.report('This should be true or false.', 'Write true or false, without quotes.');
    return false;
  }

  integer(): number {
    if (typeof this.value === 'number' && Number.isInteger(this.value)) return this.value;
    this.report('This should be a whole number.', 'Write it in digits, without quotes.');
    return 0;
  }

  oneOf<T extends string>(choices: readonly T[]): T {
    const found = choices.find((choice) => choice === this.value);
    if (found !== undefined) return found;
    this.report(`“${String(this.value)}” is not possible here.`, `Write ${choices.join(' or ')}.`);
    return choices[0] as T;
  }

  /** A text in each language: one text for all, or an object by language code. */
  localized(): LocalizedText {
    if (typeof this.value === 'string') return { default: this.string() };
    const texts = [...this.members()].map(([language, text]) => [language, text.string()]);
    return Object.fromEntries(texts);
  }
}

/** Texts by language code; `default` for all languages that have none of their own. */
export type LocalizedText = Readonly<Record<string, string>>;

/** Reads a member that must be there. */
export function required<T>(
  parent: JsonReader,
  members: ReadonlyMap<string, JsonReader>,
  name: string,
  read: (member: JsonReader) => T,
): T {
  const member = members.get(name);
  if (member !== undefined) return read(member);
  parent.report(`“${name}” is missing.`, `Add “${name}”.`);
  return read(new JsonReader(undefined, `${parent.place}.${name}`, []));
}

/** Reads a member that may be missing. */
export function optional<T, D>(
  members: ReadonlyMap<string, JsonReader>,
  name: string,
  read: (member: JsonReader) => T,
  otherwise: D,
): T | D {
  const member = members.get(name);
  return member === undefined ? otherwise : read(member);
}
