import type { FileFolder } from './folder-files.ts';
import { holdsApp } from './folder-files.ts';

/** What was given turned out to be, by its content and not by its name. */
export type GivenKind = 'app' | 'form' | 'restore' | 'folder' | 'address' | 'unknown';

/** A file, a folder, or the address of one, as it can be opened. */
export type GivenSource = File | FileFolder | URL;

/** Something that the user gave. */
export interface GivenFile {
  readonly name: string;
  readonly kind: GivenKind;
  /** Bytes of a file; `undefined` where it is not known. */
  readonly size: number | undefined;
  readonly source: GivenSource;
}

const ENOUGH = 4096;

/** Looks into a file: an app is a zip archive, a form and a restore are known by their root element. */
export async function recognizeFile(file: File): Promise<GivenFile> {
  return { name: file.name, kind: kindOf(await startOf(file)), size: file.size, source: file };
}

/** An app that was unpacked; a folder without one is a place where files lie. */
export async function recognizeFolder(folder: FileFolder): Promise<readonly GivenFile[]> {
  const { name, files } = folder;
  if (holdsApp(folder)) return [{ name, kind: 'folder', size: undefined, source: folder }];
  const found = await Promise.all([...files.values()].map(recognizeFile));
  const known = found.filter(({ kind }) => kind === 'app' || kind === 'restore');
  return known.length > 0 ? known : [{ name, kind: 'unknown', size: undefined, source: folder }];
}

/** What lies at an address is known when it was fetched. */
export function givenAddress(address: URL): GivenFile {
  return { name: address.href, kind: 'address', size: undefined, source: address };
}

/**
 * What was given together with one more. There is one app or form, and one restore: a new one takes the place of the old one, and what
 * could not be recognized is kept to be told about.
 */
export function addGiven(given: readonly GivenFile[], added: GivenFile): readonly GivenFile[] {
  return [...given.filter((other) => !replaces(added, other)), added];
}

function replaces(added: GivenFile, other: GivenFile): boolean {
  if (other.kind === 'unknown' || added.kind === 'unknown') return other.name === added.name;
  return (other.kind === 'restore') === (added.kind === 'restore');
}

async function startOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.slice(0, ENOUGH).arrayBuffer());
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  return new TextDecoder(utf16).decode(bytes);
}

function kindOf(start: string): GivenKind {
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
