/** What a file turned out to be, by its content and not by its name. */
export type FileKind = 'app' | 'form' | 'restore' | 'unknown';

/** A file that the user gave. */
export interface GivenFile {
  readonly file: File;
  readonly kind: FileKind;
}

const ENOUGH = 4096;

/** Looks into a file: an app is a zip archive, a form and a restore are known by their root element. */
export async function recognizeFile(file: File): Promise<GivenFile> {
  return { file, kind: kindOf(await startOf(file)) };
}

/**
 * The files together with one more. There is one app or form, and one restore: a new one takes the place of the old one, and what
 * could not be recognized is kept to be told about.
 */
export function addGiven(given: readonly GivenFile[], added: GivenFile): readonly GivenFile[] {
  return [...given.filter((other) => !replaces(added, other)), added];
}

function replaces(added: GivenFile, other: GivenFile): boolean {
  if (other.kind === 'unknown' || added.kind === 'unknown')
    return other.file.name === added.file.name;
  return (other.kind === 'restore') === (added.kind === 'restore');
}

async function startOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.slice(0, ENOUGH).arrayBuffer());
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  return new TextDecoder(utf16).decode(bytes);
}

function kindOf(start: string): FileKind {
  if (start.startsWith('PK\u0003\u0004')) return 'app';
  const root = rootName(start);
  if (root === 'html') return 'form';
  return root === 'OpenRosaResponse' || root === 'restoredata' ? 'restore' : 'unknown';
}

/** The local name of the first element, past declaration, comments and document type. */
function rootName(start: string): string {
  const content = start.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<![^>]*>/g, '');
  return /^[\s\ufeff]*<(?:[\w.-]+:)?([\w.-]+)/.exec(content)?.[1] ?? '';
}
