// What is used of Papa Parse; the types of its own would bring Node's globals into the core.
declare module 'papaparse' {
  interface CsvError {
    readonly type?: string;
    readonly code: string;
    readonly message: string;
    /** Offset in the text. */
    readonly index?: number;
    /** From 0. */
    readonly row?: number;
  }

  interface CsvResult {
    readonly data: string[][];
    readonly errors: readonly CsvError[];
    /** `cursor`: how many characters were read. */
    readonly meta: { readonly cursor: number };
  }

  interface CsvOptions {
    /** Guessed when it is left out. */
    readonly delimiter?: string;
    readonly newline?: '\n';
    /** How many rows to read; all when it is left out. */
    readonly preview?: number;
  }

  const Papa: {
    parse(text: string, options: CsvOptions): CsvResult;
    unparse(rows: readonly (readonly string[])[]): string;
  };
  export = Papa;
}
