import type { RecordingLine } from '../format/line-shapes.ts';
import type { Unplaced } from '../format/write-recording.ts';
import type { FormEntryAction } from './form-entry-session.ts';

type Line = Unplaced<RecordingLine>;

/** What is done in a form by these actions; a question that was passed over has no line. */
export function linesOfSession(actions: readonly FormEntryAction[]): Line[] {
  return actions.flatMap((action): Line[] => {
    const subject = withoutFirst(action.ref);
    switch (action.kind) {
      case 'value':
        return action.value === ''
          ? [{ kind: 'clear', subject }]
          : [{ kind: 'answer', subject, value: action.value }];
      case 'newRepeat':
        return [{ kind: 'addRepeat', subject }];
      case 'skip':
        return [];
    }
  });
}

/**
 * The actions by which commcare-core comes to the same answers: of each question the last one that was taken, where the first one stood. What
 * it has no word for, as an item that was taken out, is left out.
 */
export function sessionOfLines(lines: readonly Line[]): FormEntryAction[] {
  const actions = new Map<string, FormEntryAction>();
  for (const line of lines) {
    const action = actionOf(line);
    if (action !== undefined) actions.set(action.ref, action);
  }
  return [...actions.values()];
}

function actionOf(line: Line): FormEntryAction | undefined {
  switch (line.kind) {
    case 'answer': {
      if (line.refused !== undefined) return undefined;
      const value = typeof line.value === 'string' ? line.value : line.value.join(' ');
      return { kind: 'value', ref: withFirst(line.subject), value };
    }
    case 'clear':
      return line.refused === undefined
        ? { kind: 'skip', ref: withFirst(line.subject) }
        : undefined;
    case 'addRepeat':
      return { kind: 'newRepeat', ref: withFirst(line.subject) };
    default:
      return undefined;
  }
}

/** commcare-core numbers every step below the root: `/data/child[2]/name[1]`. */
function withFirst(ref: string): string {
  const [root = '', ...steps] = ref.slice(1).split('/');
  const numbered = steps.map((step) => (step.endsWith(']') ? step : `${step}[1]`));
  return `/${[root, ...numbered].join('/')}`;
}

/** A step without a number means the first one. */
function withoutFirst(ref: string): string {
  return ref.replaceAll('[1]', '');
}
