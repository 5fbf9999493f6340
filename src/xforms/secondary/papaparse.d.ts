// What the core uses of Papa Parse; the types of its own would bring Node's globals into the core.
declare module 'papaparse' {
  interface CsvError {
    readonly code: string;
    readonly message: string;
    /** Offset in the text. */
    readonly index?: number;
  }

  interface CsvResult {
    readonly data: string[][];
    readonly errors: readonly CsvError[];
    /** `cursor`: how many characters were read. */
    readonly meta: { readonly cursor: number };
  }

  interface CsvOptions {
    readonly delimiter: string;
    readonly newline?: '\n';
    /** How many rows to read; all when it is left out. */
    readonly preview?: number;
  }

  const Papa: { parse(text: string, options: CsvOptions): CsvResult };
  export = Papa;
}
