import type { RenamedQuestion } from './renamed-question.ts';

/**
 * The text of a recording in JSON Lines with the question under its new path, wherever a line names it or what lies in it. Positions of
 * repeats that both paths have in common stay; everything else stays letter for letter.
 */
export function renameInLines(
  text: string,
  { from, to }: Pick<RenamedQuestion, 'from' | 'to'>,
): string {
  const [old, renamed] = [namesOf(from), namesOf(to)];
  const pattern = old.map((name) => `/${name.replaceAll('.', '\\.')}(\\[\\d+\\])?`).join('');
  const inCommon = old.length === renamed.length ? old.length : commonNames(old, renamed);
  // A path is a whole text in quotes, or the beginning of one that goes further down.
  return text.replaceAll(new RegExp(`"${pattern}(?=["/])`, 'g'), (_, ...positions) => {
    const path = renamed.map((name, at) => `/${name}${at < inCommon ? (positions[at] ?? '') : ''}`);
    return `"${path.join('')}`;
  });
}

function namesOf(path: string): readonly string[] {
  return path.split('/').slice(1);
}

function commonNames(old: readonly string[], renamed: readonly string[]): number {
  const differs = old.findIndex((name, at) => name !== renamed[at]);
  return differs < 0 ? old.length : differs;
}
