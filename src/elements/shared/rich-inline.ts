/** Formatted text within a line. `link` only ever holds an address that may be followed (http, https, mailto, tel). */
export type RichInline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis' | 'strike'; readonly content: readonly RichInline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly href: string; readonly content: readonly RichInline[] }
  | { readonly kind: 'break' };

type Found = { readonly inline: RichInline; readonly end: number } | undefined;

const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:|tel:)[^\s<>]*$/i;
const BARE_ADDRESS = /^https?:\/\/[^\s<>]*[^\s<>.,;:!?'")\]*_~]/i;
const ESCAPABLE = /[\\`*_{}[\]()#+\-.!|~<>]/;
const MARKS = [
  { mark: '**', kind: 'strong' },
  { mark: '__', kind: 'strong' },
  { mark: '~~', kind: 'strike' },
  { mark: '*', kind: 'emphasis' },
  { mark: '_', kind: 'emphasis' },
] as const;

/** Reads the marks within a paragraph. A newline is a line break, as CommCare and ODK show it. */
export function parseRichInline(source: string): readonly RichInline[] {
  const inlines: RichInline[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') inlines.push({ kind: 'text', text });
    text = '';
  };
  for (let at = 0; at < source.length;) {
    if (isEscape(source, at)) {
      text += source[at + 1] ?? '';
      at += 2;
      continue;
    }
    const found = inlineAt(source, at);
    if (found === undefined) {
      text += source[at] ?? '';
      at += 1;
      continue;
    }
    flush();
    inlines.push(found.inline);
    at = found.end;
  }
  flush();
  return inlines;
}

function isEscape(source: string, at: number): boolean {
  return source[at] === '\\' && ESCAPABLE.test(source[at + 1] ?? '');
}

function inlineAt(source: string, at: number): Found {
  switch (source[at]) {
    case '\n':
      return { inline: { kind: 'break' }, end: at + 1 };
    case '`':
      return codeAt(source, at);
    case '[':
      return linkAt(source, at);
    case 'h':
    case 'H':
      return bareAddressAt(source, at);
    case '*':
    case '_':
    case '~':
      return markAt(source, at);
    default:
      return undefined;
  }
}

function codeAt(source: string, at: number): Found {
  const fence = /^`+/.exec(source.slice(at))?.[0] ?? '`';
  const end = source.indexOf(fence, at + fence.length);
  if (end < 0) return undefined;
  const text = source.slice(at + fence.length, end).trim();
  return { inline: { kind: 'code', text }, end: end + fence.length };
}

function linkAt(source: string, at: number): Found {
  const match =
    /^\[([^\]\n]+)\]\(\s*<?([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?(?:\s+"[^"\n]*")?\s*\)/.exec(
      source.slice(at),
    );
  if (match === null) return undefined;
  const [whole, label = '', href = ''] = match;
  if (!SAFE_ADDRESS.test(href)) return undefined;
  return {
    inline: { kind: 'link', href, content: parseRichInline(label) },
    end: at + whole.length,
  };
}

function bareAddressAt(source: string, at: number): Found {
  if (/\w/.test(source[at - 1] ?? '')) return undefined;
  const href = BARE_ADDRESS.exec(source.slice(at))?.[0];
  if (href === undefined) return undefined;
  const content: RichInline[] = [{ kind: 'text', text: href }];
  return { inline: { kind: 'link', href, content }, end: at + href.length };
}

function markAt(source: string, at: number): Found {
  for (const { mark, kind } of MARKS) {
    if (!source.startsWith(mark, at)) continue;
    const start = at + mark.length;
    const end = closingMark(source, mark, at);
    if (end < 0) continue;
    const content = parseRichInline(source.slice(start, end));
    return { inline: { kind, content }, end: end + mark.length };
  }
  return undefined;
}

/** Where the mark that opens at `at` closes, or -1. Marks hug their text, and `_` does not count inside a word (`my_name_here`). */
function closingMark(source: string, mark: string, at: number): number {
  const start = at + mark.length;
  if (/\s|^$/.test(source[start] ?? '')) return -1;
  if (mark.startsWith('_') && /[\p{L}\p{N}]/u.test(source[at - 1] ?? '')) return -1;
  for (let end = source.indexOf(mark, start + 1); end >= 0; end = source.indexOf(mark, end + 1)) {
    if (closesHere(source, mark, end)) return end;
  }
  return -1;
}

function closesHere(source: string, mark: string, end: number): boolean {
  const before = source[end - 1] ?? '';
  const after = source[end + mark.length] ?? '';
  if (/\s/.test(before) || before === '\\') return false;
  if (mark.startsWith('_') && /[\p{L}\p{N}]/u.test(after)) return false;
  // Of three marks that close together the inner one comes first: **a *b***.
  if (mark.length === 2 && after === mark[0]) return false;
  // A single mark does not close on half of a double one, unless three stand together: *a **b***.
  if (mark.length === 1 && after === mark) return source[end + 2] === mark && before !== mark;
  return !(mark.length === 1 && before === mark && source[end - 2] !== mark);
}
