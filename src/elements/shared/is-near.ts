/** Words of so few letters are like too many others. */
const SHORT = 3;
const SLIPS = 2;

/** True when a text has the word, or one of its words differs from it in no more than two letters. Both are folded. */
export function isNear(word: string, text: string): boolean {
  if (text.includes(word)) return true;
  if (word.length <= SHORT) return false;
  return text.split(/\s/).some((other) => editDistance(word, other) <= SLIPS);
}

/** Letters to add, drop or change to make one word the other (Levenshtein); `Infinity` when the lengths alone differ too much. */
function editDistance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > SLIPS) return Infinity;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    row = nextRow(row, letter, other, index + 1);
  }
  return row[other.length] ?? Infinity;
}

function nextRow(above: readonly number[], letter: string, other: string, first: number): number[] {
  const row = [first];
  for (let at = 1; at < above.length; at += 1) {
    const change = (above[at - 1] ?? 0) + (other[at - 1] === letter ? 0 : 1);
    row.push(Math.min(change, (above[at] ?? 0) + 1, (row[at - 1] ?? 0) + 1));
  }
  return row;
}
