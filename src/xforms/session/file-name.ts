/** What is not taken into a name that servers and file systems of all kinds have to keep. */
const UNSAFE = /[^\p{L}\p{M}\p{N}._-]+/gu;

/** Names of parts that a receiver takes for the instance itself. */
const RESERVED = ['xml_submission_file', 'submission.xml'];

const LONGEST = 80;

/**
 * A name for a file that is not taken yet: the file's own, without path and odd characters, and with a number where another
 * file has it: `photo-2.jpg`. Upper and lower case are one, as they are to many file systems.
 */
export function freeFileName(wanted: string, taken: Iterable<string>): string {
  const names = new Set([...RESERVED, ...taken].map((name) => name.toLowerCase()));
  const [stem, ending] = splitName(wanted);
  let name = `${stem}${ending}`;
  for (let number = 2; names.has(name.toLowerCase()); number += 1) {
    name = `${stem}-${number}${ending}`;
  }
  return name;
}

function splitName(wanted: string): [stem: string, ending: string] {
  const base = wanted.slice(Math.max(wanted.lastIndexOf('/'), wanted.lastIndexOf('\\')) + 1);
  const safe = base.normalize('NFC').replace(UNSAFE, '_').replace(/^\.+/, '');
  const dot = safe.lastIndexOf('.');
  const cut = dot < 0 || safe.length - dot > 10 ? safe.length : dot;
  return [safe.slice(0, Math.min(cut, LONGEST)) || 'file', safe.slice(cut)];
}
