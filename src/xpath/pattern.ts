import { excerpt, XPathEvaluationError } from './xpath-error.ts';

const MAXIMUM_CACHED = 200;

/** How a pattern is used: it must match from end to end, or be found anywhere, or be replaced everywhere. */
export type PatternUse = 'whole' | 'part' | 'every';

const caches: Readonly<Record<PatternUse, Map<string, RegExp>>> = {
  whole: new Map(),
  part: new Map(),
  every: new Map(),
};

/**
 * The regular expression of a text in Java's syntax, as forms write it. Compiled ones are kept, a bounded number. Throws
 * when the text is no pattern.
 */
export function patternOf(source: string, use: PatternUse): RegExp {
  const cache = caches[use];
  let pattern = cache.get(source);
  if (pattern === undefined) {
    if (cache.size >= MAXIMUM_CACHED) cache.clear();
    pattern = compilePattern(source, use);
    cache.set(source, pattern);
  }
  pattern.lastIndex = 0;
  return pattern;
}

function compilePattern(source: string, use: PatternUse): RegExp {
  const { body, flags } = translated(source);
  const whole = use === 'whole' ? `^(?:${body})$` : body;
  const all = use === 'every' ? `${flags}g` : flags;
  // Java matches code points, and so does `u`; but `u` refuses escapes that need none, which Java takes.
  const pattern = tryPattern(whole, `${all}u`) ?? tryPattern(whole, all);
  if (pattern !== undefined) return pattern;
  throw new XPathEvaluationError(`“${excerpt(source)}” is not a regular expression`);
}

function tryPattern(body: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(body, flags);
  } catch {
    return undefined;
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

/** What Java writes otherwise: `(?i)` in front, `\Q…\E`, possessive quantifiers, `\p{Alpha}`. */
function translated(source: string): { body: string; flags: string } {
  const quoted = source.replace(/\\Q([^]*?)(?:\\E|$)/g, (_, text: string) =>
    text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'),
  );
  const leading = /^\(\?([ims]+)\)/.exec(quoted);
  const rest = leading === null ? quoted : quoted.slice(leading[0].length);
  return { body: withoutJava(rest), flags: leading?.[1] ?? '' };
}

function withoutJava(source: string): string {
  let inClass = false;
  return source.replace(
    /\\p\{(\w+)\}|\\[^]|[[\]]|([*+?}])\+/g,
    (found, name: string | undefined, quantifier: string | undefined) => {
      if (found === '[') inClass = true;
      if (found === ']') inClass = false;
      if (quantifier !== undefined) return inClass ? found : quantifier;
      const range = name === undefined ? undefined : POSIX[name];
      if (range === undefined) return found;
      return inClass ? range : `[${range}]`;
    },
  );
}
