/** One thing that was done in a form, as commcare-core's FormEntrySession keeps it. */
export type FormEntryAction =
  | { readonly kind: 'value'; readonly ref: string; readonly value: string }
  | { readonly kind: 'newRepeat'; readonly ref: string }
  /** The question was passed over. */
  | { readonly kind: 'skip'; readonly ref: string };

/** A string that is no session; says where it stops being one. */
export class FormEntrySessionError extends Error {
  override readonly name = 'FormEntrySessionError';
}

/**
 * The session as commcare-core writes it: `((/data/name[1]) (VALUE) (Asha)) ((/data/child[1]) (NEW_REPEAT))`. commcare-core leaves a value
 * as it is, and splits it at the wrong place when it has parentheses; its own splitter knows a backslash before them, so here
 * they have one.
 */
export function writeFormEntrySession(actions: readonly FormEntryAction[]): string {
  return actions.map(written).join(' ');
}

function written(action: FormEntryAction): string {
  switch (action.kind) {
    case 'value':
      return `((${action.ref}) (VALUE) (${escaped(action.value)}))`;
    case 'newRepeat':
      return `((${action.ref}) (NEW_REPEAT))`;
    case 'skip':
      return `((${action.ref}) (SKIP))`;
  }
}

function escaped(value: string): string {
  return value.replaceAll(/[\\()]/g, '\\$&');
}

function unescaped(value: string): string {
  return value.replaceAll(/\\([\\()])/g, '$1');
}

const BEGIN = /\s*\(\(([^()]*)\) \((VALUE|NEW_REPEAT|SKIP)\)/y;

/**
 * Reads a session, whether its values have been escaped or are as commcare-core leaves them: a value ends where the action does, and
 * another one begins or nothing comes. Throws {@link FormEntrySessionError}.
 */
export function parseFormEntrySession(text: string): FormEntryAction[] {
  const actions: FormEntryAction[] = [];
  let at = 0;
  while (text.slice(at).trim() !== '') {
    BEGIN.lastIndex = at;
    const found = BEGIN.exec(text);
    if (found === null) throw notASession(text, at);
    const [, ref = '', word] = found;
    const rest = BEGIN.lastIndex;
    if (word === 'VALUE') {
      const end = endOfValue(text, rest);
      actions.push({
        kind: 'value',
        ref,
        value: unescaped(text.slice(rest + VALUE_BEGIN.length, end)),
      });
      at = end + ACTION_END.length;
    } else {
      if (text[rest] !== ')') throw notASession(text, rest);
      actions.push({ kind: word === 'SKIP' ? 'skip' : 'newRepeat', ref });
      at = rest + 1;
    }
  }
  return actions;
}

const VALUE_BEGIN = ' (';

/** Of the value and of its action. */
const ACTION_END = '))';

function endOfValue(text: string, from: number): number {
  if (!text.startsWith(VALUE_BEGIN, from)) throw notASession(text, from);
  let at = from + VALUE_BEGIN.length;
  for (; at < text.length; at += 1) {
    if (text[at] === '\\' && /[\\()]/.test(text[at + 1] ?? '')) at += 1;
    else if (
      text.startsWith(ACTION_END, at) &&
      /^(\s*$|\s+\(\(\/)/.test(text.slice(at + 2, at + 64))
    )
      return at;
  }
  throw notASession(text, from);
}

function notASession(text: string, at: number): FormEntrySessionError {
  const near = text.slice(at, at + 40);
  return new FormEntrySessionError(
    `This is no form entry session from character ${at + 1} on: ${near}. An action is written as ((/path) (VALUE) (value)).`,
  );
}
