import type { RecordingLine } from '../format/line-shapes.ts';

/** The first of the lines, up to the one that leaves the form that is open where they begin, as far as lines tell by themselves. */
export function linesInForm(lines: readonly RecordingLine[]): readonly RecordingLine[] {
  const last = lines.findIndex(leavesForm);
  return last < 0 ? lines : lines.slice(0, last + 1);
}

function leavesForm(line: RecordingLine): boolean {
  switch (line.kind) {
    case 'submit':
    case 'chooseOwner':
      return (line.outcome ?? 'submitted') === 'submitted';
    case 'confirmOwner':
    case 'back':
    case 'home':
    case 'open':
    case 'resume':
    case 'asUser':
      return true;
    default:
      return false;
  }
}
