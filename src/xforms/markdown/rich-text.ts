/** A block of formatted text. Headings keep their written level, 1 to 6. */
export type RichBlock =
  | { readonly kind: 'paragraph'; readonly content: readonly RichInline[] }
  | { readonly kind: 'heading'; readonly level: number; readonly content: readonly RichInline[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly RichBlock[])[];
    }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'table'; readonly header: RichRow; readonly rows: readonly RichRow[] }
  | { readonly kind: 'rule' };

/** The cells of one line of a table. */
export type RichRow = readonly (readonly RichInline[])[];

/** Formatted text within a line. `link` only ever holds an address that may be followed (http, https, mailto, tel). */
export type RichInline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis' | 'strike'; readonly content: readonly RichInline[] }
  | {
      readonly kind: 'styled';
      readonly element: StyledElement;
      readonly style: RichStyle;
      readonly content: readonly RichInline[];
    }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly href: string; readonly content: readonly RichInline[] }
  | { readonly kind: 'break' };

/** The HTML elements that ODK's forms may style their texts with. */
export type StyledElement = 'span' | 'div' | 'p';

/** CSS properties by name, such as `text-align`; only those that a text may set, with values that are plain. */
export type RichStyle = Readonly<Record<string, string>>;
