/** What keeps a sheet from being taken in. */
export type SheetFault =
  | { readonly kind: 'emptySheet' }
  | { readonly kind: 'unknownColumn'; readonly known: readonly string[] }
  | { readonly kind: 'missingColumn' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'twice'; readonly value: string; readonly row: number }
  | { readonly kind: 'unknown'; readonly what: NamedThing; readonly value: string }
  | { readonly kind: 'notOneOf'; readonly value: string; readonly options: readonly string[] }
  | { readonly kind: 'badCode'; readonly value: string }
  | { readonly kind: 'badName'; readonly value: string }
  | { readonly kind: 'shortPassword' }
  /** The project does not allow it; the message says why. */
  | { readonly kind: 'refused'; readonly message: string };

export type NamedThing = 'user' | 'group' | 'location' | 'level' | 'table';

/** A fault and where it is. */
export type SheetProblem = SheetFault & {
  readonly sheet: string;
  /** As spreadsheets count: the headings are row 1. */
  readonly row: number;
  /** The heading; `''` where the whole row is meant. */
  readonly column: string;
};

/** A fault in English: what is wrong and what to do. */
export function faultText(fault: SheetFault): string {
  switch (fault.kind) {
    case 'emptySheet':
      return 'The sheet is empty: its first row has to hold the headings.';
    case 'unknownColumn':
      return `There is no such column: remove it, or use one of ${fault.known.join(', ')}.`;
    case 'missingColumn':
      return 'This column is needed: add it.';
    case 'missing':
      return 'This is needed: fill it in.';
    case 'twice':
      return `“${fault.value}” stands in row ${fault.row} already: keep one of the rows.`;
    case 'unknown':
      return `There is no ${fault.what} “${fault.value}”: correct it, or add it first.`;
    case 'notOneOf':
      return `“${fault.value}” is none of: ${fault.options.join(', ')}.`;
    case 'badCode':
      return `“${fault.value}” cannot be a code: use small letters, digits, dot, dash and underscore.`;
    case 'badName':
      return `“${fault.value}” cannot be a name here: begin with a letter and use letters, digits, dash and underscore.`;
    case 'shortPassword':
      return 'The password needs at least 8 characters.';
    case 'refused':
      return fault.message;
  }
}
