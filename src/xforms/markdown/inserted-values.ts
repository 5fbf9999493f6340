import type { RichInline } from './rich-text.ts';

/** Markdown as it is written, or a value to put in: that is formatted by itself, and cannot change what stands around it. */
export type MarkdownPart = string | { readonly value: string };

// Characters that no text has, because Unicode keeps them for such uses.
const OPEN = '\uFDD0';
const CLOSE = '\uFDD1';
const MARKER = /\uFDD0(\d+)\uFDD1/;
const MARKERS = new RegExp(MARKER, 'g');

/** The values that are put into a markdown source: a marker stands for each of them until the source is read. */
export class InsertedValues {
  readonly #values: string[] = [];

  constructor(private readonly format: (value: string) => RichInline[]) {}

  /** The source with a marker in place of each value. */
  insertInto(parts: readonly MarkdownPart[]): string {
    return parts
      .map((part) => (typeof part === 'string' ? part : this.#marker(part.value)))
      .join('');
  }

  /** The text with the values themselves, as they are. */
  fill(text: string): string {
    return text.replaceAll(MARKERS, (_, index: string) => this.#values[Number(index)] ?? '');
  }

  /** The text as inlines, with each value formatted by itself. */
  inlines(text: string): RichInline[] {
    return text.split(MARKER).flatMap((piece, at): RichInline[] => {
      if (at % 2 === 1) return this.format(this.#values[Number(piece)] ?? '');
      return piece === '' ? [] : [{ kind: 'text', text: piece }];
    });
  }

  #marker(value: string): string {
    return `${OPEN}${this.#values.push(value) - 1}${CLOSE}`;
  }
}
