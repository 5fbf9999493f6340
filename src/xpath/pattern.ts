import { XPathEvaluationError } from './xpath-error.ts';

const MAXIMUM_CACHED = 200;
const whole = new Map<string, RegExp>();
const part = new Map<string, RegExp>();

/**
 * The regular expression of a text in Java's syntax, as forms write it: `whole` must match the text from end to end,
 * `part` is global, for replacing. Compiled ones are kept, a bounded number. Throws when the text is no pattern.
 */
export function patternOf(source: string, mode: 'whole' | 'part'): RegExp {
  const cache = mode === 'whole' ? whole : part;
  let pattern = cache.get(source);
  if (pattern === undefined) {
    if (cache.size >= MAXIMUM_CACHED) cache.clear();
    pattern = compilePattern(source, mode);
    cache.set(source, pattern);
  }
  pattern.lastIndex = 0;
  return pattern;
}

function compilePattern(source: string, mode: 'whole' | 'part'): RegExp {
  const { body, flags } = translated(source);
  try {
    return mode === 'whole' ? new RegExp(`^(?:${body})$`, flags) : new RegExp(body, `g${flags}`);
  } catch {
    throw new XPathEvaluationError(`“${source}” is not a regular expression`);
  }
}

const POSIX: Readonly<Record<string, string>> = {
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Upper: 'A-Z',
  Lower: 'a-z',
  Punct: '!-\\/:-@\\[-`{-~',
  Space: ' \\t-\\r',
  XDigit: '0-9a-fA-F',
};

/** What Java writes otherwise: leading flags `(?i)`, `\p{Alpha}`, possessive quantifiers are left to fail. */
function translated(source: string): { body: string; flags: string } {
  const leading = /^\(\?([ims]+)\)/.exec(source);
  const rest = leading === null ? source : source.slice(leading[0].length);
  const unicode = /\\p\{(?!(?:Alpha|Digit|Alnum|Upper|Lower|Punct|Space|XDigit)\})/u.test(rest);
  return { body: posixClasses(rest), flags: `${leading?.[1] ?? ''}${unicode ? 'u' : ''}` };
}

function posixClasses(source: string): string {
  let inClass = false;
  return source.replace(/\\p\{(\w+)\}|\\[^]|[[\]]/g, (found, name: string | undefined) => {
    if (found === '[') inClass = true;
    if (found === ']') inClass = false;
    const range = name === undefined ? undefined : POSIX[name];
    if (range === undefined) return found;
    return inClass ? range : `[${range}]`;
  });
}
