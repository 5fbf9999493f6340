/**
 * The word that is most like another one, of two by the letters that they have in common; `undefined` when none is like
 * it: more than half of it would have to change.
 */
export function nearestWord(word: string, words: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  let least = Math.ceil(word.length / 2);
  for (const candidate of words) {
    const distance = editDistance(word, candidate) - commonLetters(word, candidate) / 1000;
    if (distance >= least) continue;
    nearest = candidate;
    least = distance;
  }
  return nearest;
}

function commonLetters(word: string, candidate: string): number {
  return [...word].filter((letter) => candidate.includes(letter)).length;
}

/** Levenshtein's: characters to add, drop or replace. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const above = row;
    row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = at(above, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(at(above, j) + 1, at(row, j - 1) + 1, replaced));
    }
  }
  return at(row, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] as number;
}
