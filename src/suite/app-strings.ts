/** Texts of one language by key. */
export type AppStrings = ReadonlyMap<string, string>;

// What Java calls blank: a non-breaking space is none.
const BLANKS_AROUND = /^[\0-\x20]+|[\0-\x20]+$/g;

/**
 * Reads `app_strings.txt`: a `key=value` a line, a comment from `#` on unless it is written `\#`, `\n` for a new line.
 * Blanks at the ends of a line do not count. Lines without a value are left out, so that the next language is asked.
 */
export function parseAppStrings(text: string): AppStrings {
  const strings = new Map<string, string>();
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const content = stripComment(line.replace(BLANKS_AROUND, ''));
    const equals = content.indexOf('=');
    if (equals < 1) continue;
    const value = content.slice(equals + 1);
    if (value !== '') strings.set(content.slice(0, equals).trim(), unescape(value));
  }
  return strings;
}

function stripComment(line: string): string {
  const comment = line.search(/(?<!\\)#/);
  return comment < 0 ? line : line.slice(0, comment);
}

function unescape(value: string): string {
  return value.replaceAll('\\#', '#').replaceAll('\\n', '\n');
}

/** Fills `${0}`, `${1}` … (and `${}` in turn) with the arguments; those without one become empty. */
export function fillArguments(text: string, values: readonly string[]): string {
  let next = 0;
  return text.replace(/\$\{(\d*)\}/g, (_, number: string) => {
    const index = number === '' ? next++ : Number(number);
    return values[index] ?? '';
  });
}
